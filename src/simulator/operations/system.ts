import { roleName } from '../authentication/roles.ts';
import type { Json } from '../json.ts';
import { type Call, link, type Operation, onlyVersion } from './operation.ts';

/** The root of the API: who calls, and what answers. */
export const systemOperations: readonly Operation[] = [
  {
    operationId: 'getSystemStatus',
    method: 'GET',
    path: '/api/atlas/v2',
    versions: onlyVersion('2023-01-01'),
    roles: [],
    javaMethod: 'ApiAtlasRootResource::root',
    handle: (call) => ({
      status: 200,
      body: {
        apiKey: apiKeyView(call),
        appName: 'MongoDB Atlas',
        build: '0000000000000000000000000000000000000000',
        links: [link(call, ''), link(call, '/groups', 'https://cloud.mongodb.com/groups')],
        throttling: false,
      },
    }),
  },
];

function apiKeyView({ caller }: Call): Json {
  if (caller.kind !== 'apiKey') return null;
  return {
    accessList: caller.ipAccessList.map((entry) =>
      entry.includes('/') ? { cidrBlock: entry, ipAddress: null } : { cidrBlock: `${entry}/32`, ipAddress: entry },
    ),
    id: caller.id,
    publicKey: caller.publicKey,
    roles: caller.roles.map((grant) => ({
      ...(grant.projectId === undefined ? {} : { groupId: grant.projectId }),
      ...(grant.orgId === undefined ? {} : { orgId: grant.orgId }),
      roleName: roleName(grant),
    })),
  };
}
