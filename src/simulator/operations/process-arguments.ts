import type { Reply } from '../answers.ts';
import { atlasError } from '../errors.ts';
import { objectBody } from '../fields.ts';
import type { Json, JsonObject } from '../json.ts';
import type { Version } from '../versions.ts';
import { startUpdate } from '../world/cluster-lifecycle.ts';
import type { Cluster } from '../world/types.ts';
import { namedCluster } from './cluster-lookup.ts';
import type { Call, Operation } from './operation.ts';

const versions: readonly Version[] = [
  { date: '2023-01-01', deprecatedOn: '2024-08-05', sunsetOn: '2027-07-01' },
  { date: '2024-08-05' },
];
const path = '/api/atlas/v2/groups/{groupId}/clusters/{clusterName}/processArgs';
const common = { path, versions, bucket: 'clusters' } as const;

/** Advanced settings of the processes of a cluster. */
export const processArgumentOperations: readonly Operation[] = [
  {
    ...common,
    operationId: 'getGroupClusterProcessArgs',
    method: 'GET',
    roles: ['Project Read Only'],
    javaMethod: javaMethod('getProcessArgs'),
    handle: (call) => ({ status: 200, body: view(call, configurable(call)) }),
  },
  {
    ...common,
    operationId: 'updateGroupClusterProcessArgs',
    method: 'PATCH',
    roles: ['Project Cluster Manager'],
    javaMethod: javaMethod('updateProcessArgs'),
    handle: update,
  },
];

/** What each setting is until somebody sets it, and of which kind; what is unset shows as null. */
const settings: Readonly<Record<string, readonly [kind: 'number' | 'boolean' | 'string' | 'object', unset: Json]>> = {
  changeStreamOptionsPreAndPostImagesExpireAfterSeconds: ['number', null],
  chunkMigrationConcurrency: ['number', null],
  customOpensslCipherConfigTls12: ['object', []],
  customOpensslCipherConfigTls13: ['object', []],
  defaultMaxTimeMS: ['number', null],
  defaultReadConcern: ['string', null],
  defaultWriteConcern: ['string', null],
  failIndexKeyTooLong: ['boolean', null],
  javascriptEnabled: ['boolean', true],
  minimumEnabledTlsProtocol: ['string', 'TLS1_2'],
  noTableScan: ['boolean', false],
  oplogMinRetentionHours: ['number', null],
  oplogSizeMB: ['number', null],
  queryStatsLogVerbosity: ['number', null],
  sampleRefreshIntervalBIConnector: ['number', null],
  sampleSizeBIConnector: ['number', null],
  tlsCipherConfigMode: ['string', 'DEFAULT'],
  transactionLifetimeLimitSeconds: ['number', null],
};
const onlyOlder = ['defaultReadConcern', 'failIndexKeyTooLong'];

function update(call: Call): Reply {
  const cluster = configurable(call);
  if (cluster.settings.paused) throw atlasError('CANNOT_UPDATE_PAUSED_CLUSTER', cluster.name);
  const body = objectBody(call.body);
  for (const [name, value] of Object.entries(body)) checkSetting(name, value ?? null);
  cluster.processArgs = { ...cluster.processArgs, ...body };
  startUpdate(call.world, cluster, 'small');
  return { status: 200, body: view(call, cluster) };
}

function checkSetting(name: string, value: Json): void {
  const [kind] = settings[name] ?? [];
  if (kind === undefined) throw atlasError('INVALID_ATTRIBUTE', name);
  if (value !== null && typeof value !== kind) throw atlasError('INVALID_JSON_ATTRIBUTE', name);
}

function configurable(call: Call): Cluster {
  const cluster = namedCluster(call);
  if (cluster.tier !== 'dedicated') throw atlasError('TENANT_CLUSTER_PROCESS_ARGS_NOT_SUPPORTED');
  return cluster;
}

function view({ version }: Call, { processArgs = {} }: Cluster): JsonObject {
  const shown = Object.entries(settings).filter(([name]) => version === '2023-01-01' || !onlyOlder.includes(name));
  return Object.fromEntries(shown.map(([name, [, unset]]) => [name, processArgs[name] ?? unset]));
}

function javaMethod(name: string): (version: string) => string {
  const resources: Readonly<Record<string, string>> = {
    '2023-01-01': 'ApiAtlasLegacyClusterDescriptionResource',
    '2024-08-05': 'ApiAtlasClusterDescriptionResource20240805',
  };
  return (version) => `${resources[version]}::${name}`;
}
