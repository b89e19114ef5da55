import { isoTime } from '../atlas/iso-time.ts';
import { nearestNames } from '../atlas/nearest.ts';
import { markedEnvironment } from '../environment/owner-mark.ts';
import type { Repository } from '../environment/repository.ts';
import { isKnownToEveryDriver, unpreparable } from '../environment/saslprep.ts';
import { expiryOf } from '../environment/tags.ts';
import type { ActualUser } from './actual.ts';
import { authorsText, holderOf, idChange, ownerOfPlan } from './authors-text.ts';
import { changeOf, existingStep, isWorthwhile, movesEnd, newStep, showSet } from './changes.ts';
import type { DesiredRole, DesiredUser } from './desired.ts';
import type { Change, Comparison, PartialPlan } from './plan.ts';
import { authentication } from './user-kinds.ts';

/** Plans one database user. */
export function planUser(user: DesiredUser, comparison: Comparison): PartialPlan {
  const of = { kind: 'user', name: user.username } as const;
  const problems = scopeProblems(user, comparison);
  const { database } = authentication[user.kind];
  const existing = comparison.actual.users.find(
    (other) => other.username === user.username && other.database === database,
  );
  const notices = preparationNotices(user);
  if (!existing) return { step: newStep(of, userChanges(user, undefined)), problems, notices };
  const changes = [...userChanges(user, existing), ...markChange(user, existing, comparison)];
  const clash = kindProblem(user, existing) ?? ownershipProblem(existing, changes, comparison);
  if (clash) return { step: existingStep(of, [], 'cannot be what is asked for'), problems: [...problems, clash] };
  return {
    step: existingStep(of, changes),
    problems,
    notices: [...notices, ...expiryNotices(user, existing, comparison), ...passwordNotices(user, existing)],
  };
}

function userChanges(user: DesiredUser, existing: ActualUser | undefined): readonly Change[] {
  const { clusters } = user;
  return [
    ...(existing ? [] : changeOf('authentication', undefined, user.kind)),
    ...changeOf('roles', existing && rolesShown(existing.roles), rolesShown(user.roles)),
    ...changeOf('clusters', existing && scopesShown(existing.clusters), clusters && scopesShown(clusters)),
    ...changeOf('description', authorsText(existing?.description), user.description),
    ...expiryChange(user, existing),
    ...passwordChange(user, existing),
  ];
}

/** A mark is written anew only where its fingerprint can be, too. */
function markChange(
  { kind, password }: DesiredUser,
  { description }: ActualUser,
  { options }: Comparison,
): readonly Change[] {
  return kind === 'password' && password === undefined ? [] : idChange(description, ownerOfPlan(options));
}

function rolesShown(roles: readonly DesiredRole[]): string {
  return showSet(
    roles.map(
      ({ role, database, collection }) => `${role}@${database}${collection === undefined ? '' : `.${collection}`}`,
    ),
  );
}

function scopesShown(clusters: readonly string[]): string {
  return clusters.length > 0 ? showSet(clusters) : 'all';
}

/** Atlas makes no permanent user temporary, so there a missing expiry stays missing. */
function expiryChange(user: DesiredUser, existing: ActualUser | undefined): readonly Change[] {
  const { expiresAt } = user;
  if (expiresAt === undefined || (existing && existing.expiresAt === undefined)) return [];
  if (!movesEnd(existing?.expiresAt, user)) return [];
  return changeOf('expires-at', existing?.expiresAt && isoTime(existing.expiresAt), isoTime(expiresAt));
}

function passwordChange({ password }: DesiredUser, existing: ActualUser | undefined): readonly Change[] {
  return password === undefined || existing?.password === 'same' ? [] : [{ field: 'password', to: 'set' }];
}

function preparationNotices({ username, password }: DesiredUser): readonly string[] {
  return password === undefined || isKnownToEveryDriver(password) ? [] : [unpreparable(username)];
}

/** Whoever logs in with the old password is shut out, and the new one shows nowhere else. */
function passwordNotices({ username, password }: DesiredUser, existing: ActualUser): readonly string[] {
  if (password === undefined || existing.password !== 'different') return [];
  return [`the password of user "${username}" changes: whoever logs in with the former one is shut out`];
}

function expiryNotices(
  { username, kind, expiresAt, endsWithEnvironment }: DesiredUser,
  existing: ActualUser,
  { desired }: Comparison,
): readonly string[] {
  // Atlas lets no X.509 user expire, so there was nothing to ask for.
  if (kind.startsWith('x509')) return [];
  const environmentEnds = expiryOf(desired.ownership);
  if (endsWithEnvironment && environmentEnds !== undefined && existing.expiresAt !== undefined) {
    const ends = expiresAt ?? existing.expiresAt;
    if (ends >= environmentEnds || !isWorthwhile(ends, environmentEnds)) return [];
    return [
      `user "${username}" ends at ${isoTime(ends)}, before its environment (${isoTime(environmentEnds)}): Atlas makes no temporary user permanent, and lets none live longer than 7 days. Run provision again before then to extend it, or afterwards to have it made again`,
    ];
  }
  if (expiresAt !== undefined && existing.expiresAt === undefined) {
    return [
      `user "${username}" is permanent, and Atlas makes no permanent user temporary: it stays until it is removed`,
    ];
  }
  if (expiresAt === undefined && existing.expiresAt !== undefined) {
    return [`user "${username}" is temporary: Atlas removes it at ${isoTime(existing.expiresAt)}`];
  }
  return [];
}

function kindProblem({ username, kind }: DesiredUser, existing: ActualUser): string | undefined {
  if (existing.kind === kind) return undefined;
  return `user "${username}" exists with authentication ${existing.kind ?? 'of another kind'}, and Atlas cannot make it ${kind}. Delete it first, or choose another username`;
}

/**
 * Users have no tags; the mark in the description says whose they are. Outside of any environment a user of anyone may be
 * named, but only if nothing of it would change: somebody else's application may log in with it.
 */
function ownershipProblem(
  existing: ActualUser,
  changes: readonly Change[],
  { options }: Comparison,
): string | undefined {
  const { username } = existing;
  const holder = holderOf(existing.description, options);
  if (holder === 'own' || (holder === 'nobody' && !options.environment && changes.length === 0)) return undefined;
  if (holder === 'nobody' && !options.environment) {
    const fields = changes.map(({ field }) => field).join(', ');
    return `user "${username}" was not made by this suite, and would change in ${fields}: whoever logs in with it may be shut out. Choose another username, or change it by hand; connect uses it as it is`;
  }
  const whose = holder === 'other' ? madeFor(existing, ownerOfPlan(options)) : 'was not made by this suite';
  const instead = options.environment
    ? 'choose another username, or leave it out to have one derived'
    : 'choose another username';
  return `user "${username}" exists in this project and ${whose}. Users are shared by a whole project: ${instead}`;
}

/** Names the owner in words only: the digits of a mark have no business in a log. */
function madeFor({ description }: ActualUser, own: Repository | undefined): string {
  const environment = own && markedEnvironment(description, own);
  return environment === undefined
    ? 'was made for something else'
    : `was made for environment ${environment.tag} of ${environment.repository}`;
}

/** Clusters in scopes that are neither wanted nor there: the user would reach nothing. */
function scopeProblems({ username, clusters = [] }: DesiredUser, { desired, actual }: Comparison): readonly string[] {
  if (!actual.clusterNames) return [];
  const known = [...new Set([...desired.clusters.map(({ name }) => name), ...actual.clusterNames])];
  return clusters
    .filter((name) => !known.includes(name))
    .map((name) => {
      const [nearest] = nearestNames(name, known, 1);
      const hint = nearest === undefined ? '' : `; did you mean "${nearest}"?`;
      return `user "${username}" names the cluster "${name}", which is neither in the spec nor in the project${hint}`;
    });
}
