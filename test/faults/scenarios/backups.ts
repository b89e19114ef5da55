import { noOddities } from '../../../src/simulator/world/oddities.ts';
import { restoreShown, startRestore } from '../../../src/simulator/world/restores.ts';
import type { MemoryDoor } from '../../support/memory-door.ts';
import { runVariables, setStage } from '../../support/stage.ts';
import { foreignThings } from '../support/atlas-state.ts';
import type { Scenario, Scene, Stage } from '../support/scenario.ts';

interface Use {
  readonly name: string;
  readonly operation: string;
  readonly key?: boolean;
  /** Inputs that name what is there. */
  readonly inputs?: (things: Things) => Readonly<Record<string, string>>;
  /** What is wrong after a green step. */
  readonly wrong: (things: Things, door: MemoryDoor) => readonly string[];
}

const marker = '[gha 4000.1 9f86d081 3c4d5e]';
const hour = 3_600_000;

/** What stands in Atlas before the step: snapshots of others and of this repository, a restore and a download. */
function seedThings({ atlas, cluster, time }: Stage) {
  const at = time.now() - 2 * hour;
  const others = [
    atlas.seedSnapshot({ cluster, at, scheduled: 'daily' }),
    atlas.seedSnapshot({ cluster, at, description: `acme/other 1a2b3c4 run 4000 ${marker}` }),
  ];
  const own = atlas.seedSnapshot({ cluster, at, description: `acme/shop 1a2b3c4 run 4000 ${marker}` });
  atlas.state.durations.restore = 60;
  const [source] = others;
  const from = { snapshotId: source?.id ?? '', takenAt: at, sharded: false };
  const files = [{ id: from.snapshotId, replicaSetName: cluster.name }];
  const target = atlas.seedCluster({ name: 'staging' });
  const plan = { cluster, from, catalogue: {} };
  const restore = startRestore(atlas.state, { ...plan, target, deliveryType: 'automated', files: [] });
  const download = startRestore(atlas.state, { ...plan, deliveryType: 'download', files });
  time.advance(120_000);
  return { others, own, restore, download };
}

type Things = ReturnType<typeof seedThings>;

function scenario({ name, operation, key, inputs, wrong }: Use): Scenario {
  const set = () => {
    const stage = setStage({ oddities: noOddities });
    const things = seedThings(stage);
    const foreign = foreignThings(stage);
    const untouched = () => JSON.stringify([things.others, things.restore]);
    const before = untouched();
    return {
      stage,
      run: ({ attempt = 1, ...world }) => {
        const login = key ? stage.withKey : stage.withAccount;
        const all = { ...login, 'cluster-name': 'orders', operation, ...inputs?.(things) };
        return stage.run('backups', all, { variables: runVariables({ attempt }), ...world });
      },
      secrets: Object.fromEntries(things.download.downloads.map(({ url }, index) => [`link ${index}`, url])),
      whenever: () => [...foreign.changed(), ...(untouched() === before ? [] : ['something of others was touched'])],
      afterGreen: (door) => wrong(things, door),
    } satisfies Scene;
  };
  return { name, set };
}

const countIs =
  (wanted: string) =>
  (_: Things, { outputs }: MemoryDoor) =>
    outputs.count === wanted ? [] : [`it counts ${outputs.count} instead of ${wanted}`];

/** The uses of backups; the first one is the main one. */
export const scenarios: readonly Scenario[] = [
  scenario({
    name: 'deleting a snapshot of this repository',
    operation: 'delete',
    inputs: ({ own }) => ({ snapshot: own.id }),
    wrong: ({ own }, { outputs }) => [
      ...(own.deleted ? [] : ['the snapshot is still there']),
      ...(['deleted', 'absent'].includes(outputs.status ?? '') ? [] : [`status ${outputs.status}`]),
    ],
  }),
  scenario({
    name: 'cancelling a download, API key',
    operation: 'cancel-restore',
    key: true,
    inputs: ({ download }) => ({ 'restore-job-id': download.id }),
    wrong: ({ download }, { outputs }) => [
      ...(restoreShown(download, Number.MAX_SAFE_INTEGER).cancelled ? [] : ['the download goes on']),
      ...(outputs.status === 'cancelled' ? [] : [`status ${outputs.status}`]),
    ],
  }),
  scenario({ name: 'info', operation: 'info', wrong: (_, { outputs }) => (outputs.status === 'on' ? [] : ['not on']) }),
  scenario({
    name: 'describing a snapshot, API key',
    operation: 'describe',
    key: true,
    inputs: () => ({ snapshot: 'latest' }),
    wrong: (_, { outputs }) => (outputs.result?.includes('"isWhole":true') ? [] : ['it does not know what is inside']),
  }),
  scenario({ name: 'listing restores', operation: 'list-restore-jobs', wrong: countIs('2') }),
];
