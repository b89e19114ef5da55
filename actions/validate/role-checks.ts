import { coversRole, type Role } from '../../src/atlas/roles.ts';
import type { Caller } from '../../src/atlas/system.ts';
import { type Check, type Finding, failed, ok, unknown } from './check.ts';
import { judged, type NeededRight, namesOf } from './read-checks.ts';

/** What can be known, without a change, of the rights to change something: an API key shows its roles, a service account does not. */
export function checkRoles(
  needed: readonly NeededRight[],
  { caller, groupId, kind }: { readonly caller: Caller; readonly groupId: string | undefined; readonly kind: string },
): readonly Check[] {
  const changes = needed.filter(({ right }) => right.probes === undefined);
  const byRole = Map.groupBy(changes, ({ right }) => right.role);
  return [...byRole].map(([role, users]) => ({
    check: `${ROLE}«${role}»`,
    for: namesOf(users),
    ...judged(findingOf(role, { caller, groupId, kind, purpose: purposeOf(users) }), users),
  }));
}

const ROLE = 'role ';

/** Whether a check is one of these, by its name. */
export function isRoleCheck(check: string): boolean {
  return check.startsWith(ROLE);
}

function articleOf(kind: string): string {
  return kind === 'API key' ? 'this' : 'a';
}

function purposeOf(users: readonly NeededRight[]): string {
  return [...new Set(users.map(({ right }) => right.what))].join('; ');
}

const WHERE = 'Atlas, Organization › Access Manager › Applications';

function findingOf(
  role: Role,
  { caller, groupId, kind, purpose }: { caller: Caller; groupId: string | undefined; kind: string; purpose: string },
): Finding {
  const { roles } = caller;
  if (roles === undefined || roles.length === 0) {
    return unknown(
      `To ${purpose}. Atlas does not tell which roles ${articleOf(kind)} ${kind} has, and nothing was changed to find out.`,
      `See in ${WHERE}, whether it has «${role}» or one above it.`,
    );
  }
  const isOfProject = role.startsWith('Project ');
  if (isOfProject && groupId === undefined)
    return unknown(`To ${purpose}. There is no project to ask about.`, 'Give project-id.');
  return coversRole(roles, role, groupId)
    ? ok(`To ${purpose}. The API key has it, or one above it.`)
    : failed(
        `To ${purpose}. The API key does not have it.`,
        `Give it «${role}» or one above it ${isOfProject ? 'in the project' : 'in the organization'}: ${WHERE}.`,
      );
}
