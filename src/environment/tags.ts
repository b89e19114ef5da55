import { type Environment, environmentTag } from './environment.ts';
import { isSameRepository, type Repository, repositoryTag } from './repository.ts';

/** Tags of the suite on what it creates. */
export const tagNames = {
  repository: 'gha-repository',
  repositoryId: 'gha-repository-id',
  environment: 'gha-environment',
  runId: 'gha-run-id',
  expiresAt: 'gha-expires-at',
} as const;

export type Tags = Readonly<Record<string, string>>;

/** Who creates something, for what, until when. */
export interface Ownership extends Repository {
  readonly runId: string;
  readonly environment?: Environment | undefined;
  /** Milliseconds since 1970; only environments expire. */
  readonly expiresAt?: number | undefined;
}

/** The tags that say who owns a cluster or a project; they stand in the request that creates it. */
export function ownershipTags({ repository, repositoryId, runId, environment, expiresAt }: Ownership): Tags {
  return {
    [tagNames.repository]: repositoryTag(repository),
    ...(repositoryId !== undefined && { [tagNames.repositoryId]: repositoryId }),
    ...(environment && { [tagNames.environment]: environmentTag(environment) }),
    [tagNames.runId]: runId,
    ...(expiresAt !== undefined && { [tagNames.expiresAt]: formatExpiry(expiresAt) }),
  };
}

/** An environment as its tags tell it: the tag is its name, or stands for a name that no tag can hold. */
export interface TaggedEnvironment extends Repository {
  readonly tag: string;
}

/**
 * Reads which repository made something. Undefined where no tag tells it, and where the tags leave a doubt: an id that is none,
 * or any of the suite's tags given twice.
 */
export function taggedRepository(tags: Tags): Repository | undefined {
  const name = tags[tagNames.repository];
  const repositoryId = tags[tagNames.repositoryId];
  if (!name || isAmbiguous(tags)) return undefined;
  if (repositoryId !== undefined && !/^[1-9]\d{0,18}(@[a-z0-9._-]{1,200})?$/.test(repositoryId)) return undefined;
  return { repository: name.replace(';', '/'), repositoryId };
}

/** Whether any of the suite's tags is given twice, as only a hand can do it: a tag's values stand in lines of their own then. */
export function isAmbiguous(tags: Tags): boolean {
  return Object.values(tagNames).some((name) => tags[name]?.includes('\n'));
}

/** Reads whose environment something belongs to, whoever that is; undefined where it belongs to none. */
export function taggedEnvironment(tags: Tags): TaggedEnvironment | undefined {
  const repository = taggedRepository(tags);
  const tag = tags[tagNames.environment];
  const isWellFormed = /^[\w-]+;(?!\.{1,2}$)[\w.-]+$/.test(tags[tagNames.repository] ?? '');
  return repository && isWellFormed && tag ? { ...repository, tag } : undefined;
}

/** What the tags of an existing cluster say about its owner. */
export type Owner =
  /** Carries the tags of exactly this environment of this repository. */
  | 'own'
  /** Made by this repository, but not for this environment. */
  | 'sibling'
  /** Made by another repository with this suite. */
  | 'other-repository'
  /** Without our tags, or with tags that contradict each other. */
  | 'foreign';

/** Reads the owner from tags. A cluster that is DELETING shows none: ask for its state first. */
export function ownerOf(tags: Tags, environment: Environment): Owner {
  const repository = taggedRepository(tags);
  if (!repository) return 'foreign';
  if (!isSameRepository(repository, environment)) return 'other-repository';
  return tags[tagNames.environment] === environmentTag(environment) ? 'own' : 'sibling';
}

/** Whether this repository made something, for whatever environment or for none. */
export function isMadeBy(tags: Tags, repository: Repository): boolean {
  const maker = taggedRepository(tags);
  return maker !== undefined && isSameRepository(maker, repository);
}

/** Writes a time as a tag value: `20261121T214300Z`, because tags know no colon. */
export function formatExpiry(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace(/\.\d+/, '').replace(/[-:]/g, '');
}

/** Reads the expiry of tags; undefined where there is none or it cannot be read, which is never a reason to delete. */
export function expiryOf(tags: Tags): number | undefined {
  const [, year, month, day, hour, minute, second] =
    tags[tagNames.expiresAt]?.match(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/) ?? [];
  const time = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  // Date.parse takes 30 February for 2 March; what does not read back as it is written is not a time.
  return !Number.isNaN(time) && formatExpiry(time) === tags[tagNames.expiresAt] ? time : undefined;
}
