import { type ActionName, actionNames, type Right, rightsOf } from '../actions/rights.ts';
import { coversRole, type Role } from '../src/atlas/roles.ts';
import { table } from '../src/definition/render-readme.ts';

/** For the README: of each action the least roles that every use needs, and those that only some do. */
export function rolesTable(): string {
  return table(
    ['action', 'least role', 'only for some uses'],
    actionNames.map((action) => {
      const always = strongest(rightsOf(action).filter(({ only }) => only === undefined));
      return [`\`${action}\``, always.join(', '), furtherRoles(action, always)];
    }),
  );
}

/** The roles that are needed, without those that another of them includes. */
function strongest(needed: readonly Right[]): readonly Role[] {
  const roles = [...new Set(needed.map(({ role }) => role))];
  return roles.filter((role) => !roles.some((other) => other !== role && includes(other, role)));
}

function furtherRoles(action: ActionName, always: readonly Role[]): string {
  const further = rightsOf(action).filter(
    ({ role, only }) => only !== undefined && !always.some((other) => other === role || includes(other, role)),
  );
  const byRole = Map.groupBy(further, ({ role }) => role);
  return [...byRole].map(([role, rights]) => `${role} to ${rights.map(({ what }) => what).join(', ')}`).join('; ');
}

/** Whether a role is enough for what needs another, both in the same project. */
function includes(role: Role, needed: Role): boolean {
  const roleName = role.toUpperCase().replace('ORGANIZATION', 'ORG').replace('PROJECT', 'GROUP').replaceAll(' ', '_');
  return coversRole([{ roleName, groupId: 'here', orgId: undefined }], needed, 'here');
}
