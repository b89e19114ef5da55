import { randomBytes } from 'node:crypto';
import type { DatabaseUser } from '../../src/atlas/database-users.ts';
import { isMarkOf, type MarkOwner, readMark } from '../../src/environment/owner-mark.ts';
import { derivePassword, passwordFingerprint, randomPassword } from '../../src/environment/passwords.ts';
import type { ActualUser } from '../../src/spec/actual.ts';
import type { DesiredState, DesiredUser } from '../../src/spec/desired.ts';

/** Hours that a user lives who stands in for one whose password nobody knows. */
const STAND_IN_HOURS = 24;

/** Where passwords come from, for one step. */
export interface Passwords {
  /** The user with its password, as far as it is known or decided; random ones only for users that are to be made. */
  readonly known: (user: DesiredUser, groupId: string | undefined) => DesiredUser;
  readonly compare: (user: DesiredUser, existing: DatabaseUser) => ActualUser['password'];
}

/** Decides passwords: given by the author, or derived from the seed; every one is masked as soon as it is known. */
export function passwordsOf(
  desired: DesiredState,
  {
    seed,
    groupId,
    owner,
    mask,
  }: { seed: string | undefined; groupId: string | undefined; owner: MarkOwner; mask: (secret: string) => void },
): Passwords {
  return {
    known: (user, project) => {
      if (user.kind !== 'password' || user.password !== undefined) return user;
      if (seed === undefined || project === undefined) return user;
      const clusterName = user.clusters?.[0] ?? desired.clusters[0]?.name ?? '';
      const password = derivePassword(seed, { projectId: project, clusterName, username: user.username });
      mask(password);
      return { ...user, password };
    },
    compare: (user, existing) => {
      if (user.password === undefined || groupId === undefined) return 'unknown';
      const mark = readMark(existing.description);
      if (!isMarkOf(mark, owner)) return 'different';
      const fingerprint = passwordFingerprint(user.password, { projectId: groupId, username: user.username });
      return mark?.fingerprint === fingerprint ? 'same' : 'different';
    },
  };
}

/**
 * Users that are to be made get a random password. For one that exists with a password that nobody here knows, a short-lived
 * user of its own is made: resetting the password would shut out whoever uses it.
 */
export function withRandomPasswords(
  users: readonly DesiredUser[],
  { exists, ...world }: { exists: (user: DesiredUser) => boolean } & StandInWorld,
): {
  readonly users: readonly DesiredUser[];
  /** By the name of a user, the name of the one that stands in for it. */
  readonly standIns: ReadonlyMap<string, string>;
  /** Names of the users whose password is random. */
  readonly random: ReadonlySet<string>;
} {
  const standIns = new Map<string, string>();
  const random = new Set<string>();
  const all = users.flatMap((user) => {
    if (user.kind !== 'password' || user.password !== undefined) return [user];
    if (exists(user)) {
      const other = standInFor(user, world);
      standIns.set(user.username, other.username);
      return [user, other];
    }
    const password = randomPassword();
    world.mask(password);
    random.add(user.username);
    return [{ ...user, password }];
  });
  return { users: all, standIns, random };
}

interface StandInWorld {
  readonly now: number;
  readonly mask: (secret: string) => void;
}

/** A user with the rights of another, for a day. */
export function standInFor(user: DesiredUser, { now, mask }: StandInWorld): DesiredUser {
  const password = randomPassword();
  mask(password);
  const latest = now + STAND_IN_HOURS * 3_600_000;
  return {
    ...user,
    username: `${user.username}-${randomBytes(3).toString('hex')}`,
    password,
    expiresAt: Math.min(user.expiresAt ?? latest, latest),
  };
}
