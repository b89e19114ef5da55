import { createHash } from 'node:crypto';
import { environmentTag } from './environment.ts';
import { hasSameName, type Repository, repositoryTag } from './repository.ts';
import type { TaggedEnvironment } from './tags.ts';

/**
 * Database users and access list entries have no tags, but a line of text. What the suite makes carries this mark at its
 * end: readable parts for people, and digits that decide. Atlas leaves so little room that repository and environment are
 * hashed together, once by the repository's name and, where it is known, once by its id.
 */
export interface OwnerMark {
  /** Digits of the name of the repository and of the environment; fewer where there are some of the id. */
  readonly byName: string;
  /** Digits of the repository's id and of the environment; undefined where the id was not known. */
  readonly byId: string | undefined;
  /** Tells whether a user's password is still the one that the author means; undefined where there is none to tell. */
  readonly fingerprint: string | undefined;
}

/** Who something belongs to: an environment, an access list that is kept, or a repository outside of any. */
export interface MarkOwner extends Repository {
  /** Name of the environment. */
  readonly name?: string | undefined;
  /** Name of the access list, as its author calls it. */
  readonly list?: string | undefined;
}

/** An owner by its own words, or an environment as tags tell it. */
type AnyOwner = MarkOwner | TaggedEnvironment;

const BY_NAME = 8;
const SHORT_BY_NAME = 5;
const BY_ID = 6;

const MARK = /\[gha (?:([^[\]]*) )?(?:([0-9a-f]{8})|([\w-]{5})\+([\w-]{6}))(?:\.([0-9a-f]{6,}))?\]$/;

/** Writes a mark of at most `room` characters; the readable parts give way first. */
export function writeMark(
  owner: MarkOwner,
  { fingerprint, room }: { fingerprint?: string | undefined; room: number },
): string {
  const digits = [ownerDigits(owner), ...(fingerprint === undefined ? [] : [fingerprint])].join('.');
  const { repository, list } = owner;
  const tag = tagOf(owner);
  const names = [
    repositoryTag(repository),
    ...(tag === undefined ? [] : [tag]),
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
  const [, , long, short, byId, fingerprint] = text?.match(MARK) ?? [];
  const byName = long ?? short;
  return byName === undefined ? undefined : { byName, byId, fingerprint };
}

/** Whether a mark was made for this owner: by the repository's id where both sides know it, else by its name. */
export function isMarkOf(mark: OwnerMark | undefined, owner: AnyOwner): boolean {
  if (!mark) return false;
  if (mark.byId !== undefined && owner.repositoryId !== undefined) return mark.byId === digitsById(owner);
  return mark.byName === digitsByName(owner, mark.byId === undefined ? BY_NAME : SHORT_BY_NAME);
}

/** Whether an owner's mark was made when the repository's id was not known, so that its name alone decides. */
export function lacksId(mark: OwnerMark | undefined, owner: AnyOwner): boolean {
  return isMarkOf(mark, owner) && mark?.byId === undefined && owner.repositoryId !== undefined;
}

/** The digits that decide: of one environment or list, and of no other. */
export function ownerDigits(owner: AnyOwner): string {
  if (owner.repositoryId === undefined) return digitsByName(owner, BY_NAME);
  return `${digitsByName(owner, SHORT_BY_NAME)}+${digitsById(owner)}`;
}

/**
 * Whether a text ends in a mark that was made for this repository, for whatever environment or list. It can only be told where
 * the readable part had room.
 */
export function isMarkedBy(text: string | undefined, { repository, repositoryId }: Repository): boolean {
  const mark = readMark(text);
  const words = wordsOf(text);
  if (!mark || !words) return false;
  const ours = { repository, repositoryId };
  const { rest } = words;
  const owners: readonly AnyOwner[] =
    rest === ''
      ? [ours]
      : [
          { ...ours, tag: rest },
          { ...ours, list: rest },
        ];
  return owners.some((owner) => isMarkOf(mark, owner));
}

/**
 * The environment that a mark names in words: one of `own`, or one of another repository, which is known by its name then.
 * Undefined where the words had to give way, or are not what the digits say.
 */
export function markedEnvironment(text: string | undefined, own: Repository): TaggedEnvironment | undefined {
  const mark = readMark(text);
  const words = wordsOf(text);
  if (!mark || !words || words.rest === '') return undefined;
  const ours = { repository: own.repository, repositoryId: own.repositoryId, tag: words.rest };
  if (isMarkOf(mark, ours)) return ours;
  const named = { repository: words.repository, tag: words.rest };
  // Of the own name, but with another id: whoever had the name before made it.
  return isMarkOf(mark, named) && !hasSameName(named, own) ? named : undefined;
}

/** The readable part: the repository, and the tag of its environment or the name of its list. */
function wordsOf(text: string | undefined): (Repository & { readonly rest: string }) | undefined {
  const [, words = ''] = text?.match(MARK) ?? [];
  const [, owner, name, rest = ''] = words.match(/^([\w-]+);([\w.-]+)(?: (.+))?$/) ?? [];
  return owner === undefined ? undefined : { repository: `${owner}/${name}`, rest };
}

function digitsByName(owner: AnyOwner, length: number): string {
  const digest = digestOf(owner.repository.toLowerCase(), owner);
  return digest.toString(length === BY_NAME ? 'hex' : 'base64url').slice(0, length);
}

function digitsById(owner: AnyOwner): string {
  return digestOf(`id ${owner.repositoryId}`, owner).toString('base64url').slice(0, BY_ID);
}

/** Made of what a tag holds, so that whoever sees only the tags of a cluster can compute it. */
function digestOf(repository: string, owner: AnyOwner): Buffer {
  const list = 'list' in owner && owner.list !== undefined ? [owner.list] : [];
  const identity = [repository, tagOf(owner) ?? null, ...list];
  return createHash('sha256').update(JSON.stringify(identity)).digest();
}

function tagOf(owner: AnyOwner): string | undefined {
  if ('tag' in owner) return owner.tag;
  const { repository, name } = owner;
  return name === undefined ? undefined : environmentTag({ repository, name });
}
