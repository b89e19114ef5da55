import { z } from 'zod';
import { repositoryTag } from '../../../src/environment/environment.ts';
import { writeMark } from '../../../src/environment/owner-mark.ts';
import { formatExpiry } from '../../../src/environment/tags.ts';
import { createGitHubSimulator } from '../../../src/simulator/github/github.ts';
import type { Project } from '../../../src/simulator/world/types.ts';
import type { MemoryDoor, MemoryDoorOptions } from '../../support/memory-door.ts';
import { setStage } from '../../support/stage.ts';

export const HOUR = 3_600_000;
const password = 'a password of the test';

export interface EnvironmentSeed {
  readonly project?: Project;
  readonly repository?: string;
  /** Hours from now until it expires; null for a tag that cannot be read. Expired two hours ago unless told. */
  readonly expiresIn?: number | null;
  /** Hours since it was made; 100 unless told. */
  readonly age?: number;
  readonly tier?: string;
  readonly isProtected?: boolean;
  /** Name of its cluster; the environment's unless told. */
  readonly cluster?: string;
  /** Whether it has a permanent user and a permanent access entry. */
  readonly isPermanent?: boolean;
  readonly address?: string;
}

/** An Atlas and a GitHub, with credentials of a whole organization, in which environments can be seeded that have had their time. */
export function setSweepStage(options: Parameters<typeof setStage>[0] = {}) {
  const stage = setStage(options);
  const { atlas, time } = stage;
  const github = createGitHubSimulator({ clock: time });
  const shop = github.seedRepository({ name: 'acme/shop' });
  const owner = atlas.seedServiceAccount({ roles: ['Organization Owner'] });
  const withOwner = { 'client-id': owner.clientId, 'client-secret': owner.secret };
  const withToken = {
    'closed-pull-requests': 'true',
    'github-token': github.seedJobToken(shop, { 'pull-requests': 'read' }),
  };
  const world: typeof fetch = (input, init) =>
    new URL(String(input)).host === 'api.github.com' ? github.fetch(input, init) : atlas.fetch(input, init);

  const tagsOf = (name: string, { repository = 'acme/shop', expiresIn = -2 }: EnvironmentSeed = {}) => [
    { key: 'gha-repository', value: repositoryTag(repository) },
    { key: 'gha-environment', value: name },
    { key: 'gha-run-id', value: '1' },
    {
      key: 'gha-expires-at',
      value: expiresIn === null ? 'some day' : formatExpiry(time.now() + expiresIn * HOUR),
    },
  ];

  /** What provision would have made: a cluster, its user and an access entry. */
  function seedEnvironment(name: string, seed: EnvironmentSeed = {}) {
    const { project = stage.project, repository = 'acme/shop', age = 100, tier = 'FLEX', cluster = name } = seed;
    const { isProtected = false, isPermanent = true, address = '198.51.100.7' } = seed;
    const createdAt = time.now() - age * HOUR;
    const tags = tagsOf(name, seed);
    const end = isPermanent ? {} : { deleteAfter: time.now() + 24 * HOUR };
    const made = atlas.seedCluster({
      ...{ project, name: cluster, tier, tags, createdAt },
      terminationProtectionEnabled: isProtected,
    });
    const description = writeMark({ repository, name }, { room: 100 });
    atlas.seedDatabaseUser({ project, username: cluster, password, description, scopes: [cluster], ...end });
    atlas.seedAccessEntry({ project, entry: address, comment: writeMark({ repository, name }, { room: 80 }), ...end });
    return made;
  }

  /** Runs a sweep that is no dry run, of the stage's project unless an organization is named. */
  const sweep = (
    inputs: Readonly<Record<string, string>> = {},
    more: Omit<MemoryDoorOptions, 'inputs'> = {},
  ): Promise<MemoryDoor> => {
    const place = 'organization' in inputs ? {} : { 'project-id': stage.project.id };
    return stage.run('sweep', { ...withOwner, ...place, 'dry-run': 'false', ...inputs }, { fetch: world, ...more });
  };

  return { ...stage, github, shop, world, owner, withOwner, withToken, tagsOf, seedEnvironment, sweep };
}

export type SweepStage = ReturnType<typeof setSweepStage>;

const findings = z.array(z.strictObject({ kind: z.string(), name: z.string(), project: z.string(), why: z.string() }));

/** What an output tells, in words: "cluster pr-7". */
export function named(door: MemoryDoor, output: 'deleted' | 'kept' | 'failed'): readonly string[] {
  return findings.parse(JSON.parse(door.outputs[output] ?? '')).map(({ kind, name }) => `${kind} ${name}`);
}

/** The reasons that an output gives. */
export function reasons(door: MemoryDoor, output: 'deleted' | 'kept' | 'failed'): readonly string[] {
  return findings.parse(JSON.parse(door.outputs[output] ?? '')).map(({ why }) => why);
}

/** What of Atlas was asked to change. */
export function writes({ calls }: Pick<SweepStage, 'calls'>): readonly string[] {
  return calls().filter((call) => !call.startsWith('GET'));
}
