import { createHash } from 'node:crypto';
import { environmentTag, repositoryTag } from './environment.ts';
import type { TaggedEnvironment } from './tags.ts';

/**
 * Database users and access list entries have no tags, but a line of text. What the suite makes carries this mark at its
 * end: readable parts for people, and a hash that decides.
 */
export interface OwnerMark {
  /** Eight digits that stand for repository and environment; another environment has others. */
  readonly owner: string;
  /** Tells whether a user's password is still the one that the author means; undefined where there is none to tell. */
  readonly fingerprint: string | undefined;
}

/** Who something belongs to: an environment, an access list that is kept, or a repository outside of any. */
export interface MarkOwner {
  readonly repository: string;
  /** Name of the environment. */
  readonly name?: string | undefined;
  /** Name of the access list, as its author calls it. */
  readonly list?: string | undefined;
}

/** Digits of an owner, for its mark. */
export function ownerHash({ repository, name, list }: MarkOwner): string {
  return digitsOf(repository, name === undefined ? null : environmentTag({ repository, name }), list);
}

/** Digits of the environment that tags name: its clusters lead to its users and entries. */
export function ownerHashOfTags({ repository, tag }: TaggedEnvironment): string {
  return digitsOf(repository, tag);
}

/** Made of what a tag holds, so that whoever sees only the tags of a cluster can compute them. */
function digitsOf(repository: string, tag: string | null, list?: string): string {
  const identity = [repository.toLowerCase(), tag, ...(list === undefined ? [] : [list])];
  return createHash('sha256').update(JSON.stringify(identity)).digest('hex').slice(0, 8);
}

/** Writes a mark of at most `room` characters; the readable parts give way first. */
export function writeMark(
  owner: MarkOwner,
  { fingerprint, room }: { fingerprint?: string | undefined; room: number },
): string {
  const digits = [ownerHash(owner), ...(fingerprint === undefined ? [] : [fingerprint])].join('.');
  const { repository, name, list } = owner;
  const names = [
    repositoryTag(repository),
    ...(name === undefined ? [] : [environmentTag({ repository, name })]),
    ...(list === undefined ? [] : [list.replace(/[^A-Za-z0-9 ;@_.+-]/g, '_')]),
  ];
  const readable = names
    .join(' ')
    .slice(0, Math.max(0, room - digits.length - '[gha  ]'.length))
    .trim();
  return `[gha ${readable === '' ? '' : `${readable} `}${digits}]`;
}

/** Reads the mark at the end of a text, if there is one. */
export function readMark(text: string | undefined): OwnerMark | undefined {
  const [, owner, fingerprint] = text?.match(/\[gha (?:.* )?([0-9a-f]{8})(?:\.([0-9a-f]{6}))?\]$/) ?? [];
  return owner === undefined ? undefined : { owner, fingerprint };
}

/** Whether a text ends in a mark that was made for this repository, as far as its readable part tells. */
export function isMarkedBy(text: string | undefined, { repository }: Pick<MarkOwner, 'repository'>): boolean {
  return readMark(text) !== undefined && text?.includes(`[gha ${repositoryTag(repository)} `) === true;
}

/** Whether a mark was made for this owner. */
export function isMarkOf(mark: OwnerMark | undefined, owner: MarkOwner): boolean {
  return mark?.owner === ownerHash(owner);
}

/** The environment that a mark names in words; undefined where they had to give way, or are not what its digits say. */
export function markedEnvironment(text: string | undefined): TaggedEnvironment | undefined {
  const [, owner, name, tag] = text?.match(/\[gha ([\w-]+);([\w.-]+) (.+) [0-9a-f]{8}(?:\.[0-9a-f]{6})?\]$/) ?? [];
  if (tag === undefined) return undefined;
  const environment = { repository: `${owner}/${name}`, tag };
  return readMark(text)?.owner === ownerHashOfTags(environment) ? environment : undefined;
}
