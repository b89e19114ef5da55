import { databaseSuffixOf } from '../../../src/environment/environment.ts';
import { derivePassword } from '../../../src/environment/passwords.ts';
import { noOddities } from '../../../src/simulator/world/oddities.ts';
import type { Catalogue } from '../../../src/simulator/world/types.ts';
import type { MemoryDoor } from '../../support/memory-door.ts';
import { runVariables, setStage } from '../../support/stage.ts';
import { foreignThings, unusable } from '../support/atlas-state.ts';
import type { RunWorld, Scenario, Scene, Stage } from '../support/scenario.ts';

interface Use {
  readonly name: string;
  readonly inputs: Readonly<Record<string, string>>;
  readonly key?: boolean;
  /** The cluster whose data is replaced, and what it holds after a green step. */
  readonly target: string;
  readonly expected: Catalogue;
  /** Who the connection string logs in as, where it is asked for. */
  readonly login?: { readonly username: string };
}

const given = 'correct horse battery staple';
const seed = 'a seed of the test, long enough';

const wanted: Catalogue = { orders: { invoices: 1_200 } };
const suffix = databaseSuffixOf({ repository: 'acme/shop', name: 'pr-7' }, { isOwnCluster: false });
const old: Catalogue = { old: { things: 1 } };

/** Restores are short, so that few of the requests are polls. */
function stageWithSnapshots(): Stage {
  const stage = setStage({ oddities: noOddities, digest: { nonceLifetimeSeconds: 3_600 } });
  const { atlas, time } = stage;
  Object.assign(atlas.state.durations, {
    'restore.automated': 60,
    'flexRestore.run': 30,
    collectionRestore: 40,
    snapshot: 40,
    clusterUpdate: 8,
  });
  const source = atlas.seedCluster({ name: 'shop', backupEnabled: true, databases: wanted });
  atlas.seedSnapshot({ cluster: source, at: time.now() - 3_600_000 });
  atlas.changeData(source, { orders: { invoices: 3 } });
  atlas.seedCluster({ name: 'staging', backupEnabled: true, databases: old });
  const flexible = atlas.seedCluster({ name: 'flexible', tier: 'FLEX', databases: wanted });
  atlas.seedFlexSnapshot({ cluster: flexible });
  atlas.seedCluster({ name: 'copy', tier: 'FLEX', databases: old });
  atlas.seedDatabaseUser({ username: 'app', password: given });
  const derived = derivePassword(seed, { projectId: stage.project.id, clusterName: 'staging', username: 'staging' });
  atlas.seedDatabaseUser({ username: 'staging', password: derived });
  atlas.seedAccessEntry({ entry: '203.0.113.9', comment: 'head office' });
  return stage;
}

/** What all kinds of jobs have in common here. */
function jobsOf({ atlas: { state } }: Stage) {
  const flex = state.flexRestoreJobs.map((job) => ({ ...job, requestedAt: job.scheduledAt }));
  return [...state.restoreJobs, ...flex, ...state.collectionRestoreJobs];
}

function scenario({ name, inputs, key, target, expected, login }: Use): Scenario {
  const set = () => {
    const stage = stageWithSnapshots();
    const foreign = foreignThings(stage);
    const begins: number[] = [];
    let areAtOnce = false;
    const dataOf = (clusterName: string) => {
      const cluster = stage.atlas.state.clusters.find((one) => one.name === clusterName);
      return JSON.stringify(cluster && stage.atlas.dataOf(cluster));
    };
    const untouched = ['orders', 'shop', 'staging', 'flexible', 'copy'].filter((one) => one !== target);
    const before = new Map(untouched.map((one) => [one, dataOf(one)]));
    return {
      stage,
      run({ attempt = 1, ...world }: RunWorld) {
        begins.push(stage.time.now());
        // Two at once differ from one after another in their fetch alone; one that is to die has its own clock too.
        if (world.fetch && !world.clock) areAtOnce = true;
        const credentials = key ? stage.withKey : stage.withAccount;
        return stage.run('restore', { ...credentials, ...inputs }, { variables: runVariables({ attempt }), ...world });
      },
      whenever: () => [
        ...foreign.changed(),
        ...untouched.filter((one) => dataOf(one) !== before.get(one)).map((one) => `${one} holds something else`),
        ...doubled(stage, areAtOnce ? undefined : begins),
        ...(inputs['safety-snapshot'] ? unsaved(stage, target) : []),
      ],
      afterGreen: (door) => [
        ...unusable(stage, target),
        ...(dataOf(target) === JSON.stringify(expected) ? [] : [`${target} holds ${dataOf(target)}`]),
        ...(['restored', 'adopted'].includes(door.outputs.outcome ?? '') ? [] : [`outcome ${door.outputs.outcome}`]),
        ...(login ? unreachable(stage, { door, login }) : []),
        ...(jobsOf(stage).some(({ id }) => id === door.outputs['restore-job-id']) ? [] : ['no such job']),
      ],
    } satisfies Scene;
  };
  return { name, set };
}

/**
 * Two jobs are one too many, unless the first had ended before the second run began: then it is another intent. Two runs at
 * once share one virtual clock, so that one may end between two requests of the other: then it must at least have ended.
 */
function doubled(stage: Stage, begins: readonly number[] | undefined): readonly string[] {
  return jobsOf(stage)
    .toSorted((one, other) => one.requestedAt - other.requestedAt)
    .flatMap((job, index, all) => {
      const before = all[index - 1];
      const moments = begins ?? [job.requestedAt];
      const isAnotherIntent = before && moments.some((at) => before.endsAt <= at && at <= job.requestedAt);
      return before && !isAnotherIntent ? [`job ${job.id} is the same as ${before.id}`] : [];
    });
}

/** A job whose target was not saved before. */
function unsaved(stage: Stage, target: string): readonly string[] {
  const saved = stage.atlas.state.snapshots.filter(({ clusterName }) => clusterName === target);
  return jobsOf(stage)
    .filter(({ requestedAt }) => !saved.some(({ milestones }) => milestones.completed <= requestedAt))
    .map(({ id }) => `job ${id} began before there was a safety snapshot`);
}

/** A connection string that does not let its user in. */
function unreachable(
  { atlas }: Stage,
  { door, login }: { door: MemoryDoor; login: NonNullable<Use['login']> },
): readonly string[] {
  const { username, password } = new URL(door.outputs['connection-string'] ?? 'mongodb+srv://none');
  const user = atlas.state.databaseUsers.find((one) => one.username === username);
  const isIn = username === login.username && user && atlas.passwordIs(user, decodeURIComponent(password));
  return isIn ? [] : ['the connection string lets nobody in'];
}

const whole = { 'cluster-name': 'shop', snapshot: 'latest' };

const uses: readonly Use[] = [
  {
    name: 'a whole cluster into itself',
    inputs: { ...whole, 'confirm-overwrite': 'shop' },
    target: 'shop',
    expected: wanted,
  },
  {
    name: 'a whole cluster into another one, saved first, API key',
    inputs: {
      ...whole,
      'target-cluster-name': 'staging',
      'confirm-overwrite': 'staging',
      'safety-snapshot': 'true',
      'password-seed': seed,
    },
    key: true,
    target: 'staging',
    expected: wanted,
    login: { username: 'staging' },
  },
  {
    name: 'a Flex cluster',
    inputs: {
      'cluster-name': 'flexible',
      snapshot: 'latest',
      'target-cluster-name': 'copy',
      'confirm-overwrite': 'copy',
    },
    target: 'copy',
    expected: wanted,
  },
  {
    name: 'a database for a pull request, API key',
    inputs: {
      ...whole,
      'target-cluster-name': 'staging',
      environment: 'pr-7',
      databases: 'orders',
      'write-strategy': 'overwrite-existing',
      'confirm-overwrite': 'staging',
      username: 'app',
      password: given,
    },
    key: true,
    target: 'staging',
    login: { username: 'app' },
    expected: { ...old, [`orders${suffix}`]: { invoices: 1_200 } },
  },
];

/** The uses of restore; the first one is the main one. */
export const scenarios: readonly Scenario[] = uses.map(scenario);
