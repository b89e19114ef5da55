import { type JsonObject, sortedByKey } from '../json.ts';
import type { DatabaseUser } from '../world/access-types.ts';
import { expiryView } from './expiry.ts';
import { type Call, link } from './operation.ts';

/** Shows a database user; never its password. */
export function databaseUserView(call: Call, user: DatabaseUser): JsonObject {
  const { groupId, databaseName, username } = user;
  const path = [databaseName, username].map(encodeURIComponent).join('/');
  return sortedByKey({
    awsIAMType: user.awsIAMType,
    databaseName,
    ...expiryView(user),
    ...(user.description === undefined ? {} : { description: user.description }),
    groupId,
    labels: user.labels,
    ldapAuthType: user.ldapAuthType,
    links: [link(call, `/groups/${groupId}/databaseUsers/${path}`)],
    oidcAuthType: user.oidcAuthType,
    roles: user.roles.map((role) => sortedByKey({ ...role })),
    scopes: user.scopes.map((scope) => ({ ...scope })),
    username,
    x509Type: user.x509Type,
  });
}
