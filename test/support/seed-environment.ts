import { writeMark } from '../../src/environment/owner-mark.ts';
import { repositoryTag } from '../../src/environment/repository.ts';
import { formatExpiry } from '../../src/environment/tags.ts';
import type { Simulator } from '../../src/simulator/simulator.ts';
import type { Project } from '../../src/simulator/world/types.ts';

export const HOUR = 3_600_000;

export interface EnvironmentSeed {
  readonly project?: Project;
  /** `acme/shop` unless told. */
  readonly repository?: string;
  /** As a server without ids leaves it, there is none unless told. */
  readonly repositoryId?: string;
  /** Hours from now until it expires; null for a tag that cannot be read. Expired two hours ago unless told. */
  readonly expiresIn?: number | null;
  /** Hours since it was made; 100 unless told. */
  readonly age?: number;
  /** FLEX unless told. */
  readonly tier?: string;
  readonly isProtected?: boolean;
  /** Name of its cluster and user; the environment's unless told. */
  readonly cluster?: string;
  /** Whether user and access entry are permanent, as those of an environment that lives longer than a week; they are unless told. */
  readonly isPermanent?: boolean;
  /** Of its access entry. */
  readonly address?: string;
}

/** The tags that provision gives to what it makes for an environment. */
export function tagsOf(
  name: string,
  {
    repository = 'acme/shop',
    repositoryId,
    expiresIn = -2,
    now,
  }: Pick<EnvironmentSeed, 'repository' | 'repositoryId' | 'expiresIn'> & { now: number },
) {
  return [
    { key: 'gha-repository', value: repositoryTag(repository) },
    ...(repositoryId === undefined ? [] : [{ key: 'gha-repository-id', value: repositoryId }]),
    { key: 'gha-environment', value: name },
    { key: 'gha-run-id', value: '1' },
    { key: 'gha-expires-at', value: expiresIn === null ? 'some day' : formatExpiry(now + expiresIn * HOUR) },
  ];
}

/** Puts into Atlas what provision would have made: a cluster, its user and an access entry. */
export function seedEnvironment(atlas: Simulator, name: string, seed: EnvironmentSeed = {}) {
  const now = atlas.clock.now();
  const { repository = 'acme/shop', repositoryId, age = 100, tier = 'FLEX', cluster = name } = seed;
  const { isProtected = false, isPermanent = true, address = '198.51.100.7' } = seed;
  const place = seed.project === undefined ? {} : { project: seed.project };
  const end = isPermanent ? {} : { deleteAfter: now + 24 * HOUR };
  const made = atlas.seedCluster({
    ...place,
    name: cluster,
    tier,
    tags: tagsOf(name, { ...seed, now }),
    createdAt: now - age * HOUR,
    terminationProtectionEnabled: isProtected,
  });
  const owner = { repository, repositoryId, name };
  const user = { username: cluster, password: 'a password of the test', scopes: [cluster] };
  atlas.seedDatabaseUser({ ...place, ...user, ...end, description: writeMark(owner, { room: 100 }) });
  atlas.seedAccessEntry({ ...place, ...end, entry: address, comment: writeMark(owner, { room: 80 }) });
  return made;
}
