import { clusterNameOf } from '../../../src/environment/environment.ts';
import { writeMark } from '../../../src/environment/owner-mark.ts';
import { repositoryTag } from '../../../src/environment/repository.ts';
import { noOddities } from '../../../src/simulator/world/oddities.ts';
import { runVariables, setStage } from '../../support/stage.ts';
import { foreignThings, standing } from '../support/atlas-state.ts';
import { pullRequestOf } from '../support/git-hub-state.ts';
import type { RunWorld, Scenario, Scene, Stage } from '../support/scenario.ts';

interface Use {
  readonly name: string;
  readonly inputs: Readonly<Record<string, string>>;
  readonly tier: 'FLEX' | 'M10';
  readonly key?: boolean;
  /** Stands in a project that provision makes for it. */
  readonly newProject?: boolean;
  /** Runs for a pull request, and comments on it. */
  readonly comments?: boolean;
}

const seed = 'a seed of the test, long enough';
/** What the suite has left when all is done. */
const nothing = JSON.stringify({ projects: 0, clusters: [], users: [], entries: 0 });
const place = { repository: 'acme/shop', environment: 'pr-7' };

/** Deletions are short, so that few of the requests are polls. */
function quickStage(): Stage {
  const stage = setStage({ oddities: noOddities });
  const short = { 'clusterDelete.M10': 70, 'clusterDelete.FLEX': 10, 'project.closeLag': 20 };
  Object.assign(stage.atlas.state.durations, short);
  return stage;
}

/** Others who work in the same project, some of them with this suite too. */
function seedNeighbours({ atlas, project }: Stage): void {
  const tags = (repository: string, environment: string) => [
    { key: 'gha-repository', value: repositoryTag(repository) },
    { key: 'gha-environment', value: environment },
  ];
  atlas.seedCluster({ project, name: 'pr-7-elsewhere', tags: tags('acme/other', 'pr-7') });
  atlas.seedCluster({ project, name: 'pr-8', tier: 'FLEX', tags: tags('acme/shop', 'pr-8') });
  const marks = {
    elsewhere: writeMark({ repository: 'acme/other', name: 'pr-7' }, { room: 80 }),
    sibling: writeMark({ repository: 'acme/shop', name: 'pr-8' }, { room: 80 }),
    repository: writeMark({ repository: 'acme/shop' }, { room: 80 }),
  };
  for (const [username, description] of Object.entries(marks)) {
    atlas.seedDatabaseUser({ project, username, password: 'the password of others', description, scopes: ['orders'] });
  }
  atlas.seedDatabaseUser({ project, username: 'legacy', password: 'the password of others' });
  atlas.seedAccessEntry({ project, entry: '203.0.113.9', comment: 'head office' });
  atlas.seedAccessEntry({ project, entry: '203.0.113.10', comment: marks.elsewhere });
}

/** What provision made, put there without running it: a matrix would pay for it a thousand times. */
function seedEnvironment(stage: Stage, { tier, newProject }: Use): { projectName: string } {
  const { atlas } = stage;
  const tags = [
    { key: 'gha-repository', value: repositoryTag(place.repository) },
    { key: 'gha-environment', value: place.environment },
    { key: 'gha-expires-at', value: '20261124T120000Z' },
  ];
  const project = newProject ? atlas.seedProject({ name: 'previews', tags }) : stage.project;
  const description = writeMark({ repository: place.repository, name: place.environment }, { room: 100 });
  const protect = tier === 'M10';
  // In a project of its own a cluster on its way out is known by that, elsewhere by its name.
  const name = newProject ? 'preview' : clusterNameOf({ repository: place.repository, name: place.environment });
  atlas.seedCluster({ project, name, tier, tags, terminationProtectionEnabled: protect });
  const user = { project, password: seed, description, scopes: [name] };
  atlas.seedDatabaseUser({ ...user, username: name });
  if (tier === 'M10') atlas.seedDatabaseUser({ ...user, username: 'preview-reader' });
  if (tier === 'M10')
    atlas.seedAccessEntry({
      project,
      entry: '198.51.100.7',
      comment: `office ${description}`,
      deleteAfter: '2026-11-24',
    });
  return { projectName: project.name };
}

function scenario(use: Use): Scenario {
  const set = () => {
    const stage = quickStage();
    seedNeighbours(stage);
    const foreign = foreignThings(stage);
    const { projectName } = seedEnvironment(stage, use);
    const pull = use.comments ? pullRequestOf(stage) : undefined;
    const owner = stage.atlas.seedServiceAccount({ roles: ['Organization Owner'] });
    const key = stage.atlas.seedApiKey({ roles: ['Organization Owner'] });
    const login = use.key
      ? { 'public-key': key.publicKey, 'private-key': key.privateKey }
      : { 'client-id': owner.clientId, 'client-secret': owner.secret };
    return {
      stage,
      run: ({ attempt = 1, ...world }: RunWorld) =>
        stage.run(
          'teardown',
          { ...login, 'project-name': projectName, ...use.inputs, ...pull?.inputs },
          { ...pull?.world, variables: { ...runVariables({ attempt }), ...pull?.world.variables }, ...world },
        ),
      whenever: () => [
        ...[...foreign.changed(), ...foreign.unmarked()].filter((what) => !isGoing(stage, what)),
        ...(pull?.wrong() ?? []),
      ],
      afterGreen: (door) => {
        const { entries, ...made } = foreign.made();
        // Another environment works in the project, and may need the entry, which expires.
        const shared = use.tier === 'M10' && !use.newProject ? 1 : 0;
        const what = JSON.stringify({ ...made, entries: entries - shared });
        return [
          ...(what === nothing ? [] : [`Atlas still holds ${what}`]),
          ...(['deleted', 'absent'].includes(door.outputs.outcome ?? '') ? [] : [`outcome ${door.outputs.outcome}`]),
        ];
      },
    } satisfies Scene;
  };
  return { name: use.name, set };
}

/** A cluster that teardown was told to delete shows no tags while it goes. */
function isGoing(stage: Stage, what: string): boolean {
  return standing(stage).clusters.some(
    ({ name, goneAt }) => goneAt !== undefined && what.startsWith(`${name} carries`),
  );
}

const environment = { environment: place.environment };
const uses: readonly Use[] = [
  { name: 'a Flex environment', inputs: environment, tier: 'FLEX' },
  { name: 'a Flex environment, with a comment on the pull request', inputs: environment, tier: 'FLEX', comments: true },
  { name: 'a protected M10 environment, API key', inputs: environment, tier: 'M10', key: true },
  { name: 'a protected M10 environment in its own project', inputs: environment, tier: 'M10', newProject: true },
];

const named: Scenario = {
  name: 'a named cluster with confirm',
  set: () => {
    const stage = quickStage();
    seedNeighbours(stage);
    const foreign = foreignThings(stage);
    stage.atlas.seedCluster({
      name: 'reports',
      tags: [{ key: 'gha-repository', value: repositoryTag(place.repository) }],
      terminationProtectionEnabled: true,
    });
    const description = writeMark({ repository: place.repository }, { room: 100 });
    stage.atlas.seedDatabaseUser({ username: 'reports', password: seed, description, scopes: ['reports'] });
    return {
      stage,
      run: ({ attempt = 1, ...world }: RunWorld) =>
        stage.run(
          'teardown',
          { ...stage.withAccount, 'cluster-name': 'reports', confirm: 'reports' },
          { variables: runVariables({ attempt }), ...world },
        ),
      whenever: () => foreign.changed(),
      afterGreen: () => {
        const what = JSON.stringify(foreign.made());
        return what === nothing ? [] : [`Atlas still holds ${what}`];
      },
    };
  },
};

/** The uses of teardown; the first one is the main one. */
export const scenarios: readonly Scenario[] = [...uses.map(scenario), named];
