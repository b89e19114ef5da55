import { writeMark } from '../../../src/environment/owner-mark.ts';
import { runVariables } from '../../support/stage.ts';
import { type SweepStage, setSweepStage } from '../../unit/sweep/stage.ts';
import { foreignThings, standing } from '../support/atlas-state.ts';
import type { RunWorld, Scenario, Scene, Stage } from '../support/scenario.ts';

interface Use {
  readonly name: string;
  readonly inputs: (stage: SweepStage) => Readonly<Record<string, string>>;
  /** What must not be touched, environments of the same repository that live on included. */
  readonly seedNeighbours: (stage: SweepStage) => void;
  /** What is over. */
  readonly seed: (stage: SweepStage) => void;
  readonly key?: boolean;
}

const password = 'the password of others';

/** Deletions are short, so that few of the requests are polls. */
function quickStage(): SweepStage {
  const stage = setSweepStage();
  const short = { 'clusterDelete.M10': 70, 'clusterDelete.FLEX': 10, 'project.closeLag': 20 };
  Object.assign(stage.atlas.state.durations, short);
  return stage;
}

/** Others who work in the same project, some of them with this suite too, and one environment that lives on. */
function seedNeighbours({ atlas, project, seedEnvironment }: SweepStage): void {
  seedEnvironment('pr-7', { repository: 'acme/other', cluster: 'pr-7-elsewhere', address: '203.0.113.10' });
  seedEnvironment('lives', { expiresIn: 9, address: '203.0.113.11' });
  seedEnvironment('protected', { tier: 'M10', isProtected: true, address: '203.0.113.14' });
  atlas.seedDatabaseUser({ project, username: 'legacy', password });
  const description = writeMark({ repository: 'acme/shop' }, { room: 100 });
  atlas.seedDatabaseUser({ project, username: 'of-a-named-cluster', password, description });
  atlas.seedAccessEntry({ project, entry: '203.0.113.9', comment: 'head office' });
}

const uses: readonly Use[] = [
  {
    name: 'two expired environments of a project',
    inputs: ({ project }) => ({ 'project-id': project.id }),
    seedNeighbours,
    seed: ({ seedEnvironment }) => {
      seedEnvironment('pr-7');
      seedEnvironment('branch', { tier: 'M10', address: '198.51.100.8' });
    },
  },
  {
    name: 'closed pull requests, API key',
    inputs: ({ project, withToken }) => ({ 'project-id': project.id, ...withToken }),
    key: true,
    seedNeighbours: (stage) => {
      seedNeighbours(stage);
      stage.github.seedPullRequest(stage.shop, { number: 8, state: 'open' });
      stage.seedEnvironment('pr-8', { expiresIn: 9, address: '203.0.113.12' });
    },
    seed: ({ atlas, github, shop, seedEnvironment }) => {
      for (const number of [7, 9]) github.seedPullRequest(shop, { number, state: 'closed' });
      seedEnvironment('pr-7', { expiresIn: 9, isPermanent: false });
      const description = writeMark({ repository: 'acme/shop', name: 'pr-9' }, { room: 100 });
      atlas.seedDatabaseUser({ username: 'left-behind', password, description, scopes: ['pr-9'] });
    },
  },
  {
    name: 'an organization with projects of its environments, waited for',
    inputs: () => ({ organization: 'Acme', wait: 'true' }),
    seedNeighbours: (stage) => {
      seedNeighbours(stage);
      const theirs = stage.atlas.seedProject({ name: 'theirs' });
      stage.atlas.seedCluster({ project: theirs, name: 'production' });
    },
    seed: (stage) => {
      stage.atlas.seedProject({ name: 'empty', tags: stage.tagsOf('pr-6', { expiresIn: 1 }) });
      const previews = stage.atlas.seedProject({ name: 'previews', tags: stage.tagsOf('pr-7', { expiresIn: 1 }) });
      stage.seedEnvironment('pr-7', { project: previews, tier: 'M10' });
      stage.time.advance(2 * 3_600_000);
    },
  },
];

function scenario(use: Use): Scenario {
  const set = () => {
    const stage = quickStage();
    use.seedNeighbours(stage);
    const foreign = foreignThings(stage);
    use.seed(stage);
    const key = stage.atlas.seedApiKey({ roles: ['Organization Owner'] });
    const login = use.key ? { 'public-key': key.publicKey, 'private-key': key.privateKey } : stage.withOwner;
    const inputs = { ...login, ...use.inputs(stage), 'dry-run': 'false' };
    return {
      stage,
      run: ({ attempt = 1, ...world }: RunWorld) =>
        stage.run('sweep', inputs, { variables: runVariables({ attempt }), ...world }),
      whenever: () => [...foreign.changed(), ...foreign.unmarked().filter((what) => !isGoing(stage, what))],
      afterGreen: (door) => [
        ...leftovers(stage, foreign.made()),
        ...(door.outputs.failed === '[]' ? [] : [`failed is ${door.outputs.failed}`]),
      ],
    } satisfies Scene;
  };
  return { name: use.name, set };
}

/**
 * What is still there of what is over. Entries stay while others may need them, clusters may be on their way out, and whatever
 * was in a project is gone with it.
 */
function leftovers(stage: Stage, made: ReturnType<ReturnType<typeof foreignThings>['made']>): readonly string[] {
  const { clusters, users, projects } = standing(stage);
  const going = clusters.filter(({ goneAt }) => goneAt !== undefined).map(({ name }) => name);
  const there = users
    .filter(({ groupId }) => projects.some(({ id }) => id === groupId))
    .map(({ username }) => username);
  return [
    ...made.clusters.filter((name) => !going.includes(name)).map((name) => `cluster ${name} is still there`),
    ...made.users.filter((name) => there.includes(name)).map((name) => `user ${name} is still there`),
    ...(made.projects > 0 ? [`${made.projects} projects are still there`] : []),
  ];
}

/** A cluster that sweep has had deleted shows no tags while it goes. */
function isGoing(stage: Stage, what: string): boolean {
  return standing(stage).clusters.some(
    ({ name, goneAt }) => goneAt !== undefined && what.startsWith(`${name} carries`),
  );
}

/** The uses of sweep; the first one is the main one. */
export const scenarios: readonly Scenario[] = uses.map(scenario);
