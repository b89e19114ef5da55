import type { Reply } from '../answers.ts';
import { AtlasError } from '../errors.ts';
import { objectBody, optionalFlag, optionalText, requiredObject } from '../fields.ts';
import { readClusterSettings } from '../world/cluster-settings.ts';
import { anyCluster } from './cluster-lookup.ts';
import { type Call, type Operation, onlyVersion } from './operation.ts';

/** Whether a configuration would be taken, without making anything of it. */
export const configurationOperations: readonly Operation[] = [
  {
    operationId: 'validateGroupClusterConfigurations',
    method: 'POST',
    path: '/api/atlas/v2/groups/{groupId}/clusterConfigurations:validate',
    versions: onlyVersion('2025-03-12'),
    roles: ['Project Cluster Manager'],
    bucket: 'clusters',
    handle: validateConfiguration,
  },
];

/** An invalid configuration is no error: it is the answer. */
function validateConfiguration(call: Call): Reply {
  call.project();
  const body = objectBody(call.body);
  const description = requiredObject(body, 'clusterDescription');
  const name = optionalText(body, 'clusterName');
  const edited = optionalFlag(body, 'editing') && name !== undefined ? anyCluster(call, name) : undefined;
  try {
    const { world } = call;
    const context = { world, version: '2024-10-23' };
    readClusterSettings(description, edited === undefined ? context : { ...context, previous: edited.settings });
    return { status: 200, body: { valid: true } };
  } catch (error) {
    if (!(error instanceof AtlasError)) throw error;
    const { errorCode, detail } = error;
    return { status: 200, body: { valid: false, errors: [{ errorCode, validationIssue: detail }] } };
  }
}
