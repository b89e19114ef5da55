import { clusterNameOf } from '../../../src/environment/environment.ts';
import { writeMark } from '../../../src/environment/owner-mark.ts';
import { derivedFingerprint, derivePassword } from '../../../src/environment/passwords.ts';
import { repositoryTag } from '../../../src/environment/repository.ts';
import { findDatabaseUser } from '../../../src/simulator/world/database-users.ts';
import { noOddities } from '../../../src/simulator/world/oddities.ts';
import type { MemoryDoor } from '../../support/memory-door.ts';
import { runVariables, setStage } from '../../support/stage.ts';
import { foreignThings, leasedTo, unusable } from '../support/atlas-state.ts';
import { secretPlaceOf } from '../support/git-hub-state.ts';
import type { Scenario, Scene, Stage } from '../support/scenario.ts';

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
  /** The connection is stored as a secret of GitHub. */
  readonly saves?: boolean;
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
  const fingerprint = derivedFingerprint({ seed, password }, place);
  const description = writeMark(owner, { fingerprint, room: 100 });
  atlas.seedDatabaseUser({ username: environmentName, password, description, scopes: [environmentName] });
  atlas.seedDatabaseUser({ username: 'app', password: given });
  atlas.seedAccessEntry({ entry: '203.0.113.9', comment: 'head office' });
  atlas.state.callerAddress = '203.0.113.77';
  return stage;
}

function scenario({ mints = false, keeps = false, saves = false, entries = 0, ...use }: Use): Scenario {
  const { name, inputs, cluster, key } = use;
  const made = JSON.stringify({ projects: 0, clusters: [], users: [], entries });
  const set = () => {
    const stage = peopledStage();
    const foreign = foreignThings(stage);
    const place = saves ? secretPlaceOf(stage) : undefined;
    /** Users of earlier runs: whose post step never ran, or was to leave them. */
    let earlier: readonly string[] = [];
    return {
      stage,
      run: ({ attempt = 1, ...world }) => {
        earlier = foreign.made().users;
        const login = key ? stage.withKey : stage.withAccount;
        return stage.run(
          'connect',
          { ...login, ...inputs, ...place?.inputs },
          { variables: runVariables({ attempt }), ...world },
        );
      },
      whenever: () => [...foreign.unmarked(), ...foreign.forever(), ...foreign.changed()],
      afterGreen: (door) => [
        ...unusable(stage, cluster),
        ...(JSON.stringify({ ...foreign.made(), users: [] }) === made ? [] : ['more was made, or less']),
        ...(passwordIsRight(stage, door) ? [] : ['the password is not the one in Atlas']),
        ...(door.outputs['connection-string']?.startsWith('mongodb+srv://') ? [] : ['there is no address']),
        ...(place === undefined || place.secrets().join() === 'MONGODB_URI' ? [] : ['GitHub does not have the secret']),
        ...(door.outputs.outcome === (mints ? 'minted' : 'existing') ? [] : [`outcome ${door.outputs.outcome}`]),
      ],
      left: (main) => [
        ...foreign
          .made()
          .users.filter((user) => !earlier.includes(user) && !(keeps && user === main?.outputs.username))
          .map((user) => `user ${user} is left`),
        ...leasedTo(main, stage),
      ],
    } satisfies Scene;
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
    name: 'a connection stored as a secret of GitHub',
    inputs: { 'cluster-name': 'orders', 'keep-user': 'true' },
    cluster: 'orders',
    mints: true,
    keeps: true,
    saves: true,
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

/** The uses of connect; the first one is the main one. */
export const scenarios: readonly Scenario[] = uses.map(scenario);
