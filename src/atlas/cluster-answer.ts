import { z } from 'zod';
import {
  type ClusterAutoScaling,
  type ClusterRegion,
  type ClusterShard,
  regionsOf,
  replicationSpecs,
  shardsOf,
} from './cluster-hardware.ts';
import type { ConnectionStrings } from './connection-strings.ts';
import { optionalText, tagRecord } from './optional.ts';

/** The edition of every cluster that does not say another. */
export const CORE = 'CORE';

/** The edition whose compute and storage are separate. */
export const INFINITE = 'INFINITE';

/** A cluster of any tier. Enumerations are open. */
export interface Cluster {
  readonly id: string;
  readonly name: string;
  /** FLEX, M0, M10 …: the size that runs now in the first region, which auto-scaling may have moved. */
  readonly tier: string;
  /** REPLICASET, SHARDED or GEOSHARDED. */
  readonly clusterType: string;
  /** CORE or INFINITE: what it really is. Answers of before August 2026 and Flex clusters do not say, and are Core. */
  readonly edition: string;
  /** IDLE, CREATING, UPDATING, DELETING or REPAIRING; a paused cluster is IDLE. */
  readonly stateName: string;
  readonly paused: boolean;
  readonly backupEnabled: boolean;
  readonly pitEnabled: boolean;
  readonly terminationProtection: boolean;
  /** The full version, such as 8.0.29. */
  readonly mongodbVersion: string | undefined;
  /** Of the first shard. */
  readonly regions: readonly ClusterRegion[];
  readonly diskSizeGb: number | undefined;
  /** Of the first region of the first shard. */
  readonly autoScaling: ClusterAutoScaling | undefined;
  readonly shards: number;
  /** The machines of every shard; empty for a Flex cluster, which has none of its own. */
  readonly hardware: readonly ClusterShard[];
  /** Empty while it is DELETING, whatever they were. */
  readonly tags: Readonly<Record<string, string>>;
  readonly connectionStrings: ConnectionStrings;
  /** Everything as Atlas said it, for fields that the suite does not know. */
  readonly raw: Readonly<Record<string, unknown>>;
}

export const connectionStrings: z.ZodType<ConnectionStrings> = z
  .object({
    standard: optionalText,
    standardSrv: optionalText,
    private: optionalText,
    privateSrv: optionalText,
    privateEndpoint: z.array(z.object({ connectionString: optionalText, srvConnectionString: optionalText })).nullish(),
  })
  .nullish()
  .transform((strings) => ({
    standard: strings?.standard,
    standardSrv: strings?.standardSrv,
    private: strings?.private,
    privateSrv: strings?.privateSrv,
    privateEndpoint: (strings?.privateEndpoint ?? []).map(({ connectionString, srvConnectionString }) => ({
      standard: connectionString,
      srv: srvConnectionString,
    })),
  }));

const flag = z
  .boolean()
  .nullish()
  .transform((value) => value ?? false);

const fields = z.object({
  id: z.string(),
  name: z.string(),
  clusterType: z.string(),
  stateName: z.string(),
  paused: flag,
  backupEnabled: flag,
  pitEnabled: flag,
  terminationProtectionEnabled: flag,
  mongoDBVersion: optionalText,
  tags: tagRecord,
  connectionStrings,
  effectiveDatabaseEdition: optionalText,
  replicationSpecs,
  effectiveReplicationSpecs: replicationSpecs,
});

/** Schema of a dedicated or free cluster. What is not read here stays in `raw`, whole: a change sends it back to Atlas. */
export const clusterAnswer: z.ZodType<Cluster> = z.looseObject({}).transform((raw, context) => {
  const parsed = fields.safeParse(raw);
  if (parsed.success) return clusterOf(parsed.data, raw);
  for (const { path, message } of parsed.error.issues) context.addIssue({ code: 'custom', path, message });
  return z.NEVER;
});

function clusterOf(answer: z.infer<typeof fields>, raw: Cluster['raw']): Cluster {
  const hardware = shardsOf(answer.replicationSpecs, answer.effectiveReplicationSpecs);
  const regions = hardware[0]?.regions ?? [];
  // A region may hold nothing but read-only and analytics nodes.
  const first = regions.find(({ electable }) => electable?.nodes !== 0) ?? regions[0];
  return {
    id: answer.id,
    name: answer.name,
    tier: first?.electable?.size ?? 'unknown',
    clusterType: answer.clusterType,
    edition: answer.effectiveDatabaseEdition?.toUpperCase() ?? CORE,
    stateName: answer.stateName,
    paused: answer.paused,
    backupEnabled: answer.backupEnabled,
    pitEnabled: answer.pitEnabled,
    terminationProtection: answer.terminationProtectionEnabled,
    mongodbVersion: answer.mongoDBVersion,
    regions: regionsOf(hardware[0]),
    diskSizeGb: first?.electable?.diskSizeGb,
    autoScaling: first?.autoScaling,
    shards: Math.max(1, hardware.length),
    hardware,
    tags: answer.tags,
    connectionStrings: answer.connectionStrings,
    raw,
  };
}
