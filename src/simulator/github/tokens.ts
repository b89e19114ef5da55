import type { Account, Repository } from './world.ts';

/** Names as under `permissions:` of a job; the last three are for other tokens only. */
export type PermissionName =
  | 'actions'
  | 'contents'
  | 'issues'
  | 'metadata'
  | 'pull-requests'
  | 'administration'
  | 'environments'
  | 'secrets';

export type Permissions = Readonly<Partial<Record<PermissionName, 'read' | 'write'>>>;

/** One right that is enough for an operation. */
export interface Need {
  readonly permission: PermissionName;
  readonly level: 'read' | 'write';
}

/** `classic` has one scope, `repo`: all or nothing. */
export interface Token {
  readonly kind: 'job' | 'app' | 'fine-grained' | 'classic';
  readonly account: Account;
  readonly repository: Repository;
  readonly permissions: Permissions;
}

export const actionsBot: Account = { id: 41_898_282, login: 'github-actions[bot]', type: 'Bot' };

/** Permissions that no job can give to its GITHUB_TOKEN. */
const notForJobs: readonly PermissionName[] = ['administration', 'environments', 'secrets'];

/** Refuses a set of permissions that a workflow file could not hold. */
export function checkJobPermissions(permissions: Permissions): void {
  for (const name of notForJobs) {
    if (permissions[name] !== undefined) throw new Error(`GITHUB_TOKEN cannot have the permission ${name}`);
  }
}

/** Tells whether a token sees the repository at all. */
export function sees(token: Token, repository: Repository): boolean {
  return !repository.isPrivate || token.repository === repository;
}

/** Tells whether a token may do what any one of the needs allows. What is public anyone may read. */
export function isAllowed(
  token: Token,
  { repository, needs }: { repository: Repository; needs: readonly Need[] },
): boolean {
  if (!repository.isPrivate && needs.some(({ level, permission }) => level === 'read' && isPublic(permission)))
    return true;
  if (token.repository !== repository) return false;
  if (token.kind === 'classic') return true;
  return needs.some(({ permission, level }) => {
    const held = token.permissions[permission] ?? (permission === 'metadata' ? 'read' : undefined);
    return held === 'write' || held === level;
  });
}

function isPublic(permission: PermissionName): boolean {
  return !notForJobs.includes(permission);
}

/** What GitHub says to a token that may not. */
export function refusalOf({ kind }: Token): string {
  switch (kind) {
    case 'job':
    case 'app':
      return 'Resource not accessible by integration';
    case 'fine-grained':
      return 'Resource not accessible by personal access token';
    case 'classic':
      return 'Must have admin rights to Repository.';
    default:
      throw new Error(`No such token: ${String(kind satisfies never)}`);
  }
}
