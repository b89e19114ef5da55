import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect as definition } from '../../actions/connect/action.ts';
import { clusterNameOf, repositoryTag } from '../../src/environment/environment.ts';
import { writeMark } from '../../src/environment/owner-mark.ts';
import { derivePassword, passwordFingerprint } from '../../src/environment/passwords.ts';
import { findDatabaseUser } from '../../src/simulator/world/database-users.ts';
import { noOddities } from '../../src/simulator/world/oddities.ts';
import type { MemoryDoor } from '../support/memory-door.ts';
import { runVariables, setStage } from '../support/stage.ts';
import { foreignThings, unusable } from './support/atlas-state.ts';
import { cheapenScrypt } from './support/cheap-scrypt.ts';
import { leaksOf } from './support/leaks.ts';
import { countRequests, everyMishap, faultKinds, meet, suffer } from './support/matrix.ts';
import type { Scenario, Stage } from './support/scenario.ts';

const seed = 'a seed of the test, long enough';
const given = 'p@ss word/1234&%';
const owner = { repository: 'acme/shop', name: 'pr-7' };
const environmentName = clusterNameOf(owner);

interface Use {
  readonly name: string;
  readonly inputs: Readonly<Record<string, string>>;
  readonly cluster: string;
  readonly key?: boolean;
  /** Makes a user of its own. */
  readonly mints?: boolean;
  /** The short-lived user is left to its expiry where the step was green. */
  readonly keeps?: boolean;
  /** Access entries that are there while the job runs. */
  readonly entries?: number;
}

/** What provision has made, and what others have. */
function peopledStage(): Stage {
  const stage = setStage({ oddities: noOddities });
  const { atlas, project } = stage;
  atlas.seedCluster({
    name: environmentName,
    tier: 'FLEX',
    tags: [
      { key: 'gha-repository', value: repositoryTag(owner.repository) },
      { key: 'gha-environment', value: owner.name },
    ],
  });
  const place = { projectId: project.id, username: environmentName };
  const password = derivePassword(seed, { ...place, clusterName: environmentName });
  const fingerprint = passwordFingerprint(password, place);
  const description = writeMark(owner, { fingerprint, room: 100 });
  atlas.seedDatabaseUser({ username: environmentName, password, description, scopes: [environmentName] });
  atlas.seedDatabaseUser({ username: 'app', password: given });
  atlas.seedAccessEntry({ entry: '203.0.113.9', comment: 'head office' });
  atlas.state.callerAddress = '203.0.113.77';
  return stage;
}

function scenario({ name, inputs, cluster, key, mints = false, keeps = false, entries = 0 }: Use): Scenario {
  const set = () => {
    const stage = peopledStage();
    const foreign = foreignThings(stage);
    const runs: MemoryDoor[] = [];
    /** After the post step of every run nothing is left, but for those that shall be, or that no post step knows of. */
    const left = () => {
      const { users, ...others } = foreign.made();
      const handed = runs.filter((door) => !door.failed()).map(({ outputs }) => outputs.username);
      return { users: keeps ? users.filter((user) => !handed.includes(user)) : users, ...others };
    };
    return {
      stage,
      async run({ attempt = 1, ...world }) {
        const login = key ? stage.withKey : stage.withAccount;
        const variables = runVariables({ attempt });
        const door = await stage.run('connect', { ...login, ...inputs }, { variables, ...world });
        runs.push(door);
        return door;
      },
      secrets: {
        seed,
        given,
        'client secret': stage.account.secret,
        'private key': stage.key.privateKey,
      },
      whenever: () => [...foreign.unmarked(), ...foreign.changed()],
      afterGreen: (door) => [
        ...unusable(stage, cluster),
        ...(left().clusters.length + left().projects === 0 && left().entries === entries ? [] : ['more was made']),
        ...(passwordIsRight(stage, door) ? [] : ['the password is not the one in Atlas']),
        ...(door.outputs['connection-string']?.startsWith('mongodb+srv://') ? [] : ['there is no address']),
        ...(door.outputs.outcome === (mints ? 'minted' : 'existing') ? [] : [`outcome ${door.outputs.outcome}`]),
      ],
    } satisfies ReturnType<Scenario['set']>;
  };
  return { name, set };
}

function passwordIsRight(stage: Stage, { outputs }: MemoryDoor): boolean {
  const place = { groupId: stage.project.id, databaseName: 'admin', username: outputs.username ?? '' };
  const user = findDatabaseUser(stage.atlas.state, place);
  return user !== undefined && stage.atlas.passwordIs(user, outputs.password ?? '');
}

const uses: readonly Use[] = [
  {
    name: 'a short-lived user on an M10',
    inputs: { 'cluster-name': 'orders', database: 'orders' },
    cluster: 'orders',
    mints: true,
  },
  {
    name: 'a short-lived user of a chosen name, API key',
    inputs: { 'cluster-name': 'orders', username: 'migrator', roles: 'read@orders' },
    cluster: 'orders',
    key: true,
    mints: true,
  },
  {
    name: 'a short-lived user that is kept, on Flex',
    inputs: { environment: 'pr-7', 'keep-user': 'true' },
    cluster: environmentName,
    mints: true,
    keeps: true,
  },
  {
    name: "a short-lived user and the runner's address",
    inputs: { 'cluster-name': 'orders', database: 'orders', 'runner-ip': 'true' },
    cluster: 'orders',
    mints: true,
    entries: 1,
  },
  {
    name: 'a derived password on an environment',
    inputs: { environment: 'pr-7', 'password-seed': seed },
    cluster: environmentName,
  },
  {
    name: 'a given password, API key',
    inputs: { 'cluster-name': 'orders', username: 'app', password: given },
    cluster: 'orders',
    key: true,
  },
];

let cases = 0;
beforeAll(cheapenScrypt);
afterAll(() => console.log(`${cases} cases of connect under faults`));

describe.each(uses.map((use) => ({ name: use.name, use: scenario(use) })))('connect with $name', ({ use }) => {
  it('survives every mishap at every request, or says so, and the next run comes to the end', async () => {
    const mishaps = everyMishap(await countRequests('connect', use));
    cases += mishaps.length;
    const problems: string[] = [];
    for (const mishap of mishaps) problems.push(...(await suffer('connect', use, mishap)));
    expect(problems).toEqual([]);
  }, 60_000);

  it('ends well where two jobs meet', async () => {
    cases += 20;
    const problems: string[] = [];
    for (let draw = 1; draw <= 20; draw++) problems.push(...(await meet('connect', use, draw * 7_919)));
    expect(problems).toEqual([]);
  }, 60_000);
});

/** How a main step ends before its post step runs. */
type End = { readonly kind: 'killed' | 'fault' | 'outage'; readonly at: number; readonly fault: Fault };
type Fault = (typeof faultKinds)[number];

describe.each(uses.filter(({ mints }) => mints))('the post step after $name', (use) => {
  const inputs = (stage: Stage) => ({ ...(use.key ? stage.withKey : stage.withAccount), ...use.inputs });
  const start = () => {
    const stage = peopledStage();
    return { stage, foreign: foreignThings(stage) };
  };
  const requestsOf = async () => {
    const { stage } = start();
    await stage.run('connect', inputs(stage));
    const main = stage.atlas.requests.length;
    return main;
  };

  it('leaves no user behind, however main ended', async () => {
    const requests = await requestsOf();
    const places = Array.from({ length: requests }, (_, index) => index + 1);
    const ends = places.flatMap((at): readonly End[] => [
      { kind: 'killed', at, fault: 'cut-before' },
      { kind: 'killed', at, fault: 'cut-after' },
      ...faultKinds.flatMap((fault) => [{ kind: 'fault', at, fault } as const, { kind: 'outage', at, fault } as const]),
    ]);
    cases += ends.length;
    const problems: string[] = [];
    for (const end of ends) {
      const { stage, foreign } = start();
      const main = await runUntil(stage, { end, inputs: inputs(stage) });
      stage.atlas.faults.clear();
      const post = await stage.post('connect', main);
      const { users, entries } = foreign.made();
      const kept = use.keeps && main.outputs.username !== undefined ? [main.outputs.username] : [];
      const wrong = [
        ...(JSON.stringify(users) === JSON.stringify(kept) ? [] : [`left: ${users.join()}`]),
        ...(entries === 0 ? [] : ['the address is still open']),
        ...(post.failed() ? ['post fails the job'] : []),
        ...post.annotations.map(({ message }) => message),
        ...foreign.changed(),
        ...leaksOf(post, { 'client secret': stage.account.secret, key: stage.key.privateKey }, definition),
      ];
      problems.push(...wrong.map((what) => `${JSON.stringify(end)}: ${what}`));
    }
    expect(problems).toEqual([]);
  }, 60_000);

  it('says what is left where it fails itself, and that Atlas deletes it', async () => {
    const problems: string[] = [];
    for (const fault of faultKinds) {
      for (const at of [1, 2, 3, 4]) {
        cases += 1;
        const { stage, foreign } = start();
        const main = await stage.run('connect', inputs(stage));
        const kept = use.keeps === true;
        stage.atlas.faults.add({ kind: fault, match: { leg: 'any', nth: at, times: Number.POSITIVE_INFINITY } });
        const post = await stage.post('connect', main);
        const { users } = foreign.made();
        const told = post.annotations.some(({ level, message }) => {
          return level === 'warning' && /may be left; Atlas deletes it at 2026-/.test(message);
        });
        const isLeft = users.length > 0 && !kept;
        const wrong = [
          ...(isLeft && !told ? ['a user is left, and nobody is told'] : []),
          ...(post.failed() ? ['post fails the job'] : []),
          ...(post.annotations.length > 1 ? ['more than one annotation'] : []),
          ...[...foreign.changed(), ...foreign.unmarked()],
          ...leaksOf(post, { 'client secret': stage.account.secret, key: stage.key.privateKey }, definition),
        ];
        problems.push(...wrong.map((what) => `${fault} from ${at} on: ${what}`));
      }
    }
    expect(problems).toEqual([]);
  }, 60_000);
});

/** Runs main to an end of some kind; one that is killed has kept what it kept before. */
async function runUntil(
  stage: Stage,
  { end: { kind, at, fault }, inputs }: { end: End; inputs: Readonly<Record<string, string>> },
): Promise<Pick<MemoryDoor, 'kept' | 'outputs'> & MemoryDoor> {
  if (kind !== 'killed') {
    const times = kind === 'fault' ? 1 : Number.POSITIVE_INFINITY;
    stage.atlas.faults.add({ kind: fault, retryAfterSeconds: 0, match: { leg: 'any', nth: at, times } });
    return await stage.run('connect', inputs);
  }
  // A job that is cancelled at this request: nothing is sent after it, and the state that main kept is all there is.
  const cancelled = new AbortController();
  let sent = 0;
  const dying: typeof fetch = async (input, init) => {
    sent += 1;
    if (sent >= at && fault === 'cut-before') cancelled.abort(new Error('killed'));
    const answer = cancelled.signal.aborted ? undefined : await stage.atlas.fetch(input, init);
    if (sent >= at) cancelled.abort(new Error('killed'));
    if (answer === undefined || sent >= at) throw new DOMException('killed', 'AbortError');
    return answer;
  };
  return await stage.run('connect', inputs, { fetch: dying, signal: cancelled.signal });
}
