import { randomBytes } from 'node:crypto';
import type { DatabaseUser } from '../../src/atlas/database-users.ts';
import { isMarkOf, type MarkOwner, readMark } from '../../src/environment/owner-mark.ts';
import {
  derivedFingerprint,
  derivePassword,
  randomFingerprint,
  randomPassword,
} from '../../src/environment/passwords.ts';
import type { ActualUser } from '../../src/spec/actual.ts';
import type { DesiredState, DesiredUser } from '../../src/spec/desired.ts';

/** Hours that a user lives who stands in for one whose password nobody knows. */
const STAND_IN_HOURS = 24;

/** The passwords of one step, which stay the same however often it looks at Atlas. */
export interface Passwords {
  /** What is wanted, with the users that this step has made instead of others so far. */
  readonly withStandIns: (desired: DesiredState) => DesiredState;
  /**
   * What is wanted, every user with its password as far as one can be known: given, derived, or random for one that is to be
   * made. For a user that exists with a password that nobody here knows, a short-lived one is made: resetting the password
   * would shut out whoever uses it. Each carries the fingerprint by which `compare` recognizes it.
   */
  readonly decide: (desired: DesiredState, place: PasswordPlace) => DesiredState;
  /**
   * Whether the password that is meant for a user is the one in Atlas. Of a given one nothing in Atlas tells that, so that
   * nobody can confirm a guess of it: it counts as the same only once this step has set it.
   */
  readonly compare: (desired: DesiredState, place: PasswordPlace) => (user: ActualUser) => ActualUser['password'];
  /** By the wanted name of a user, the name of the one that was made instead. */
  readonly standIns: ReadonlyMap<string, string>;
}

/** Where passwords are to be valid. */
export interface PasswordPlace {
  /** Undefined where the project does not exist yet. */
  readonly groupId: string | undefined;
  readonly existing: readonly DatabaseUser[];
  /** Milliseconds since 1970. */
  readonly now: number;
}

export interface PasswordSource {
  readonly seed: string | undefined;
  readonly owner: MarkOwner;
  readonly mask: (secret: string) => void;
  readonly log: (line: string) => void;
}

/** Decides passwords; every one is masked as soon as it is known. */
export function createPasswords({ seed, owner, mask, log }: PasswordSource): Passwords {
  /** Random passwords, by the name of the user. */
  const random = new Map<string, string>();
  const standIns = new Map<string, DesiredUser>();
  /** Of given and random passwords: the same in every look of this step, and in no other step. */
  const fingerprintHere = remembering((_username: string) => randomFingerprint());
  const fingerprintOfSeed = remembering((password: string, projectId: string, username: string) =>
    derivedFingerprint({ seed: seed ?? '', password }, { projectId, username }),
  );

  const decideOne = (user: DesiredUser, { desired, place }: { desired: DesiredState; place: PasswordPlace }) => {
    if (user.kind !== 'password') return [user];
    if (user.password !== undefined) return [{ ...user, fingerprint: fingerprintHere(user.username) }];
    const { groupId, now } = place;
    const existing = place.existing.find(({ username }) => username === user.username);
    if (seed !== undefined) {
      return groupId === undefined ? [user] : [derived(user, { desired, existing, groupId, seed })];
    }
    const password = random.get(user.username);
    if (existing && (password === undefined || !isMarked(existing, fingerprintHere(user.username)))) {
      // Another run has made it at the same time, with a password of its own.
      random.delete(user.username);
      return [user, standInFor(user, now)];
    }
    return [withPassword(user, password ?? newPassword(user.username))];
  };

  const withPassword = (user: DesiredUser, password: string): DesiredUser => ({
    ...user,
    password,
    fingerprint: fingerprintHere(user.username),
  });

  /** With the password that is in force, if it is derived from any cluster of the spec; else from the first. */
  const derived = (
    user: DesiredUser,
    {
      desired,
      existing,
      groupId,
      seed: source,
    }: { desired: DesiredState; existing: DatabaseUser | undefined; groupId: string; seed: string },
  ): DesiredUser => {
    const { username, clusters = [] } = user;
    const names = [
      ...clusters,
      ...desired.clusters.map(({ name }) => name),
      ...(existing?.scopes ?? []).map(({ name }) => name),
    ];
    const candidates = [...new Set(names.length > 0 ? names : [''])].map((clusterName) =>
      derivePassword(source, { projectId: groupId, clusterName, username }),
    );
    const fingerprintOf = (password: string) => fingerprintOfSeed(password, groupId, username);
    const inForce = existing && candidates.find((password) => isMarked(existing, fingerprintOf(password)));
    const password = inForce ?? candidates[0] ?? '';
    mask(password);
    return { ...user, password, fingerprint: fingerprintOf(password) };
  };

  const newPassword = (username: string) => {
    const password = randomPassword();
    mask(password);
    random.set(username, password);
    return password;
  };

  const standInFor = (user: DesiredUser, now: number): DesiredUser => {
    const known = standIns.get(user.username);
    if (known) return known;
    const latest = now + STAND_IN_HOURS * 3_600_000;
    const username = `${user.username}-${randomBytes(3).toString('hex')}`;
    const expiresAt = Math.min(user.expiresAt ?? latest, latest);
    const named = { ...user, username, expiresAt, endsWithEnvironment: false };
    const standIn = withPassword(named, newPassword(username));
    standIns.set(user.username, standIn);
    log(
      `Nobody here knows the password of "${user.username}", so "${username}" is created for a day. With password-seed every run has the same user.`,
    );
    return standIn;
  };

  /** Whether a user of ours bears a fingerprint. */
  const isMarked = ({ description }: DatabaseUser, fingerprint: string | undefined): boolean => {
    const mark = readMark(description);
    return mark?.fingerprint !== undefined && mark.fingerprint === fingerprint && isMarkOf(mark, owner);
  };

  return {
    withStandIns: (desired) => ({ ...desired, users: [...desired.users, ...standIns.values()] }),
    decide: (desired, place) => ({
      ...desired,
      users: desired.users.flatMap((user) => decideOne(user, { desired, place })),
    }),
    compare:
      (desired, { existing }) =>
      (actual) => {
        const wanted = desired.users.find(({ username }) => username === actual.username);
        const user = existing.find(({ username }) => username === actual.username);
        if (wanted?.password === undefined || !user) return 'unknown';
        if (isMarked(user, wanted.fingerprint)) return 'same';
        return wanted.fingerprint === fingerprintHere(wanted.username) ? 'unknown' : 'different';
      },
    get standIns() {
      // One that this step had to make after all needs nobody else.
      const needed = [...standIns].filter(([wanted]) => !random.has(wanted));
      return new Map(needed.map(([wanted, { username }]) => [wanted, username]));
    },
  };
}

/** The same question is asked at every look, and some answers are slow by design or made by chance. */
function remembering<Question extends readonly string[]>(
  answer: (...question: Question) => string,
): (...question: Question) => string {
  const known = new Map<string, string>();
  return (...question) => {
    const key = JSON.stringify(question);
    const found = known.get(key) ?? answer(...question);
    known.set(key, found);
    return found;
  };
}
