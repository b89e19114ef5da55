import { type Environment, environmentTag, repositoryTag } from './environment.ts';

/** Tags of the suite on what it creates. */
export const tagNames = {
  repository: 'gha-repository',
  environment: 'gha-environment',
  runId: 'gha-run-id',
  expiresAt: 'gha-expires-at',
} as const;

export type Tags = Readonly<Record<string, string>>;

/** Who creates something, for what, until when. */
export interface Ownership {
  readonly repository: string;
  readonly runId: string;
  readonly environment?: Environment | undefined;
  /** Milliseconds since 1970; only environments expire. */
  readonly expiresAt?: number | undefined;
}

/** The tags that say who owns a cluster or a project; they stand in the request that creates it. */
export function ownershipTags({ repository, runId, environment, expiresAt }: Ownership): Tags {
  return {
    [tagNames.repository]: repositoryTag(repository),
    ...(environment && { [tagNames.environment]: environmentTag(environment) }),
    [tagNames.runId]: runId,
    ...(expiresAt !== undefined && { [tagNames.expiresAt]: formatExpiry(expiresAt) }),
  };
}

/** An environment as its tags tell it: the tag is its name, or stands for a name that no tag can hold. */
export interface TaggedEnvironment {
  /** `owner/name` */
  readonly repository: string;
  readonly tag: string;
}

/** Reads whose environment something belongs to, whoever that is; undefined where it belongs to none. */
export function taggedEnvironment(tags: Tags): TaggedEnvironment | undefined {
  const [, owner, name] = tags[tagNames.repository]?.match(/^([\w-]+);(?!\.{1,2}$)([\w.-]+)$/) ?? [];
  const tag = tags[tagNames.environment];
  return owner !== undefined && name !== undefined && tag ? { repository: `${owner}/${name}`, tag } : undefined;
}

/** What the tags of an existing cluster say about its owner. */
export type Owner =
  /** Carries the tags of exactly this environment of this repository. */
  | 'own'
  /** Made by this repository, but not for this environment. */
  | 'sibling'
  /** Made by another repository with this suite. */
  | 'other-repository'
  /** Without our tags. */
  | 'foreign';

/** Reads the owner from tags. A cluster that is DELETING shows none: ask for its state first. */
export function ownerOf(tags: Tags, environment: Environment): Owner {
  const repository = tags[tagNames.repository];
  if (repository === undefined) return 'foreign';
  if (repository.toLowerCase() !== repositoryTag(environment.repository).toLowerCase()) return 'other-repository';
  return tags[tagNames.environment] === environmentTag(environment) ? 'own' : 'sibling';
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
