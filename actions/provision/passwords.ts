import { randomBytes } from 'node:crypto';
import type { DatabaseUser } from '../../src/atlas/database-users.ts';
import { isMarkOf, type MarkOwner, readMark } from '../../src/environment/owner-mark.ts';
import { derivePassword, passwordFingerprint, randomPassword } from '../../src/environment/passwords.ts';
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
   * would shut out whoever uses it.
   */
  readonly decide: (desired: DesiredState, place: PasswordPlace) => DesiredState;
  /** Whether the password that is meant for a user is the one in Atlas. */
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
  /** Random ones, by the name of the user. */
  const random = new Map<string, string>();
  const standIns = new Map<string, DesiredUser>();
  const fingerprintOf = remembering(passwordFingerprint);

  const decideOne = (user: DesiredUser, { desired, place }: { desired: DesiredState; place: PasswordPlace }) => {
    if (user.kind !== 'password' || user.password !== undefined) return [user];
    const { groupId, now } = place;
    const existing = place.existing.find(({ username }) => username === user.username);
    if (seed !== undefined) {
      return groupId === undefined
        ? [user]
        : [{ ...user, password: derived(user, { desired, existing, groupId, seed }) }];
    }
    const made = random.get(user.username);
    if (existing && (made === undefined || !isPasswordOf(existing, { groupId, password: made }))) {
      // Another run has made it at the same time, with a password of its own.
      random.delete(user.username);
      return [user, standInFor(user, now)];
    }
    return [{ ...user, password: made ?? newPassword(user.username) }];
  };

  /** The one that is in force, if it is derived from any cluster of the spec; else from the first. */
  const derived = (
    user: DesiredUser,
    {
      desired,
      existing,
      groupId,
      seed: source,
    }: { desired: DesiredState; existing: DatabaseUser | undefined; groupId: string; seed: string },
  ) => {
    const { username, clusters = [] } = user;
    const names = [
      ...clusters,
      ...desired.clusters.map(({ name }) => name),
      ...(existing?.scopes ?? []).map(({ name }) => name),
    ];
    const candidates = [...new Set(names.length > 0 ? names : [''])].map((clusterName) =>
      derivePassword(source, { projectId: groupId, clusterName, username }),
    );
    const inForce = existing && candidates.find((password) => isPasswordOf(existing, { groupId, password }));
    const password = inForce ?? candidates[0] ?? '';
    mask(password);
    return password;
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
    const standIn: DesiredUser = {
      ...user,
      username,
      password: newPassword(username),
      expiresAt: Math.min(user.expiresAt ?? latest, latest),
      endsWithEnvironment: false,
    };
    standIns.set(user.username, standIn);
    log(
      `Nobody here knows the password of "${user.username}", so "${username}" is created for a day. With password-seed every run has the same user.`,
    );
    return standIn;
  };

  const isPasswordOf = (
    existing: DatabaseUser,
    { groupId, password }: { groupId: string | undefined; password: string },
  ): boolean => {
    const mark = readMark(existing.description);
    if (groupId === undefined || !isMarkOf(mark, owner)) return false;
    return mark?.fingerprint === fingerprintOf(password, { projectId: groupId, username: existing.username });
  };

  return {
    withStandIns: (desired) => ({ ...desired, users: [...desired.users, ...standIns.values()] }),
    decide: (desired, place) => ({
      ...desired,
      users: desired.users.flatMap((user) => decideOne(user, { desired, place })),
    }),
    compare:
      (desired, { groupId, existing }) =>
      (actual) => {
        const wanted = desired.users.find(({ username }) => username === actual.username);
        const user = existing.find(({ username }) => username === actual.username);
        if (wanted?.password === undefined || groupId === undefined || !user) return 'unknown';
        return isPasswordOf(user, { groupId, password: wanted.password }) ? 'same' : 'different';
      },
    get standIns() {
      // One that this step had to make after all needs nobody else.
      const needed = [...standIns].filter(([wanted]) => !random.has(wanted));
      return new Map(needed.map(([wanted, { username }]) => [wanted, username]));
    },
  };
}

/** A fingerprint is slow by design, and the same question is asked at every look. */
function remembering(compute: typeof passwordFingerprint): typeof passwordFingerprint {
  const known = new Map<string, string>();
  return (password, user) => {
    const key = JSON.stringify([password, user.projectId, user.username]);
    const fingerprint = known.get(key) ?? compute(password, user);
    known.set(key, fingerprint);
    return fingerprint;
  };
}
