import { clusterNameOf } from '../../../src/environment/environment.ts';
import { findDatabaseUser } from '../../../src/simulator/world/database-users.ts';
import { noOddities, type Oddities, usualOddities } from '../../../src/simulator/world/oddities.ts';
import type { MemoryDoor } from '../../support/memory-door.ts';
import { runVariables, setStage } from '../../support/stage.ts';
import { foreignThings, leasedTo, unusable } from '../support/atlas-state.ts';
import { pullRequestOf } from '../support/git-hub-state.ts';
import type { Scenario, Scene, Stage } from '../support/scenario.ts';

const seed = 'a seed of the test, long enough';
const password = 'p@ss word/1234&%';
const environmentName = clusterNameOf({ repository: 'acme/shop', name: 'pr-7' });

/** A project in which others work too. */
function peopledStage(oddities: Partial<Oddities> = noOddities): Stage {
  // Two runs share one virtual clock, so that the sleep of one must not outlive the other's nonce.
  const stage = setStage({ oddities, digest: { nonceLifetimeSeconds: 3_600 } });
  stage.atlas.state.durations['clusterCreate.M10'] = 500;
  stage.atlas.state.durations.userChange = 30;
  stage.atlas.seedDatabaseUser({ username: 'legacy', password: 'the password of others' });
  stage.atlas.seedAccessEntry({ entry: '203.0.113.9', comment: 'head office' });
  stage.atlas.state.callerAddress = '203.0.113.77';
  return stage;
}

interface Use {
  readonly name: string;
  readonly inputs: Readonly<Record<string, string>>;
  /** Signs in with an API key. */
  readonly key?: boolean;
  /** The project is to be made. */
  readonly newProject?: boolean;
  readonly cluster: string;
  readonly username: string;
  readonly entries?: number;
  /** Nobody knows the password of an earlier run, so every run may mint a user that stands in, for a day. */
  readonly mints?: boolean;
  /** The cluster is there already, and is somebody else's. */
  readonly existing?: boolean;
  /** Atlas is at its oddest. */
  readonly odd?: boolean;
  /** Runs for a pull request, and comments on it. */
  readonly comments?: boolean;
}

/** Whatever has been recorded now and then happens always; and writes that overlap clash. */
const oddest = {
  ...usualOddities,
  updatingBeforeIdle: 1,
  repairingAfterUpdate: 1,
  idleBeforeStrings: 1,
  accessEntryLate: 1,
};

function scenario(use: Use): Scenario {
  const { name, inputs, key, newProject = false, cluster, username, entries = 0, mints = false } = use;
  const set = () => {
    const stage = peopledStage(use.odd ? oddest : noOddities);
    const owner = newProject ? stage.atlas.seedServiceAccount({ roles: ['Organization Owner'] }) : stage.account;
    const login = key
      ? stage.withKey
      : { ...stage.withAccount, 'client-id': owner.clientId, 'client-secret': owner.secret };
    const { 'project-id': project, ...credentials } = login;
    const foreign = foreignThings(stage);
    const pull = use.comments ? pullRequestOf(stage) : undefined;
    const isPassword = (door: MemoryDoor) => {
      const groupId = door.outputs['project-id'] ?? '';
      const place = { groupId, databaseName: 'admin', username: door.outputs.username ?? '' };
      const user = findDatabaseUser(stage.atlas.state, place);
      return user !== undefined && stage.atlas.passwordIs(user, door.outputs.password ?? '');
    };
    return {
      stage,
      run: ({ attempt = 1, ...world }) =>
        stage.run(
          'provision',
          { ...credentials, ...(newProject ? {} : { 'project-id': project }), ...inputs, ...pull?.inputs },
          {
            ...pull?.world,
            variables: { ...runVariables({ attempt }), APP_PASSWORD: password, ...pull?.world.variables },
            ...world,
          },
        ),
      whenever: () => [
        ...foreign.unmarked(),
        ...(inputs.environment === undefined ? [] : foreign.forever()),
        ...foreign.changed(),
        ...(pull?.wrong() ?? []),
      ],
      afterGreen: (door) => {
        const { users, ...others } = foreign.made();
        const standIns = users.filter((one) => one.startsWith(`${username}-`));
        const made = { ...others, users: mints ? users.filter((one) => !standIns.includes(one)) : users };
        const wanted = {
          projects: newProject ? 1 : 0,
          clusters: use.existing ? [] : [cluster],
          entries,
          users: [username],
        };
        return [
          ...unusable(stage, cluster),
          ...(JSON.stringify(made) === JSON.stringify(wanted) ? [] : [`Atlas holds ${JSON.stringify(made)}`]),
          ...(door.outputs['connection-string']?.startsWith('mongodb+srv://') ? [] : ['there is no address']),
          ...((mints || door.outputs.username === username) && isPassword(door)
            ? []
            : ['the password is not the one in Atlas']),
        ];
      },
      left: (main) => leasedTo(main, stage),
      together: (one, other) =>
        mints || one.outputs['connection-string'] === other.outputs['connection-string']
          ? []
          : ['the addresses differ'],
    } satisfies Scene;
  };
  return { name, set };
}

const environment = { environment: 'pr-7', 'password-seed': seed };
const config = `
project: { name: previews, tags: { team: payments } }
clusters:
  - { name: orders-db, tier: M10, region: EU_WEST_1, backup: true }
users:
  - { username: app, roles: [readWrite@orders], password: "\${APP_PASSWORD}", clusters: [orders-db] }
network-access:
  - { address: 198.51.100.0/24, comment: office }
`;

const uses: readonly Use[] = [
  { name: 'a Flex environment', inputs: environment, cluster: environmentName, username: environmentName },
  {
    name: 'a Flex environment, API key',
    inputs: environment,
    key: true,
    cluster: environmentName,
    username: environmentName,
  },
  {
    name: 'an M10 environment',
    inputs: { ...environment, tier: 'M10' },
    cluster: environmentName,
    username: environmentName,
  },
  {
    name: 'an environment in a new project',
    inputs: { ...environment, 'project-name': 'previews' },
    newProject: true,
    cluster: environmentName,
    username: environmentName,
  },
  { name: 'a spec', inputs: { config }, newProject: true, cluster: 'orders-db', username: 'app', entries: 1 },
  {
    name: 'a spec, in an odd Atlas, API key',
    key: true,
    inputs: { config: config.replace(/^project.*$/m, '') },
    cluster: 'orders-db',
    username: 'app',
    entries: 1,
    odd: true,
  },
  {
    name: "a spec and the runner's address",
    inputs: { config: config.replace(/^project.*$/m, ''), 'runner-ip': 'true' },
    cluster: 'orders-db',
    username: 'app',
    entries: 2,
  },
  {
    name: 'a free environment with a random password, in an odd Atlas',
    inputs: { environment: 'pr-7', tier: 'M0' },
    cluster: environmentName,
    username: environmentName,
    mints: true,
    odd: true,
  },
  {
    name: 'a named cluster with a given password, API key',
    inputs: { 'cluster-name': 'reports', tier: 'M10', region: 'US_EAST_1', username: 'app', password },
    key: true,
    cluster: 'reports',
    username: 'app',
  },
  {
    name: 'a Flex environment, with a comment on the pull request',
    inputs: environment,
    cluster: environmentName,
    username: environmentName,
    comments: true,
  },
  {
    name: 'a new user of an existing cluster',
    inputs: { 'cluster-name': 'orders', username: 'app', 'password-seed': seed },
    existing: true,
    cluster: 'orders',
    username: 'app',
  },
];

/** The uses of provision; the first one is the main one. */
export const scenarios: readonly Scenario[] = uses.map(scenario);
