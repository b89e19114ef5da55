import { z } from 'zod';
import type { ConnectionStrings } from './connection-strings.ts';
import { optionalNumber, optionalText, tagRecord } from './optional.ts';

/** A cluster of any tier. Enumerations are open. */
export interface Cluster {
  readonly id: string;
  readonly name: string;
  /** FLEX, M0, M10 …: the size that runs now in the first region, which auto-scaling may have moved. */
  readonly tier: string;
  /** REPLICASET, SHARDED or GEOSHARDED. */
  readonly clusterType: string;
  /** IDLE, CREATING, UPDATING, DELETING or REPAIRING; a paused cluster is IDLE. */
  readonly stateName: string;
  readonly paused: boolean;
  readonly backupEnabled: boolean;
  readonly pitEnabled: boolean;
  readonly terminationProtection: boolean;
  /** The full version, such as 8.0.29. */
  readonly mongodbVersion: string | undefined;
  readonly regions: readonly ClusterRegion[];
  readonly diskSizeGb: number | undefined;
  readonly autoScaling: ClusterAutoScaling | undefined;
  readonly shards: number;
  /** Empty while it is DELETING, whatever they were (notes, section 6). */
  readonly tags: Readonly<Record<string, string>>;
  readonly connectionStrings: ConnectionStrings;
  /** Everything as Atlas said it, for fields that the suite does not know. */
  readonly raw: Readonly<Record<string, unknown>>;
}

export interface ClusterRegion {
  /** The real cloud, also of a free or Flex cluster. */
  readonly provider: string;
  readonly region: string;
  readonly nodes: number | undefined;
  readonly priority: number | undefined;
}

export interface ClusterAutoScaling {
  readonly compute: { readonly min: string | undefined; readonly max: string | undefined } | false;
  readonly disk: boolean;
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

const regionConfig = z.object({
  providerName: optionalText,
  backingProviderName: optionalText,
  regionName: optionalText,
  priority: optionalNumber,
  electableSpecs: z
    .object({ instanceSize: optionalText, diskSizeGB: optionalNumber, nodeCount: optionalNumber })
    .nullish(),
  autoScaling: z
    .object({
      compute: z
        .object({ enabled: flag, minInstanceSize: optionalText, maxInstanceSize: optionalText })
        .nullish()
        .catch(undefined),
      diskGB: z.object({ enabled: flag }).nullish().catch(undefined),
    })
    .nullish(),
});

const specs = z
  .array(z.object({ regionConfigs: z.array(regionConfig) }))
  .nullish()
  .transform((list) => list ?? []);

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
  replicationSpecs: specs,
  effectiveReplicationSpecs: specs,
});

/** Schema of a dedicated or free cluster. What is not read here stays in `raw`, whole: a change sends it back to Atlas. */
export const clusterAnswer: z.ZodType<Cluster> = z.looseObject({}).transform((raw, context) => {
  const parsed = fields.safeParse(raw);
  if (parsed.success) return clusterOf(parsed.data, raw);
  for (const { path, message } of parsed.error.issues) context.addIssue({ code: 'custom', path, message });
  return z.NEVER;
});

function clusterOf(answer: z.infer<typeof fields>, raw: Cluster['raw']): Cluster {
  const configs = answer.replicationSpecs[0]?.regionConfigs ?? [];
  const [first] = configs;
  const effective = answer.effectiveReplicationSpecs[0]?.regionConfigs[0]?.electableSpecs;
  return {
    id: answer.id,
    name: answer.name,
    tier: effective?.instanceSize ?? first?.electableSpecs?.instanceSize ?? 'unknown',
    clusterType: answer.clusterType,
    stateName: answer.stateName,
    paused: answer.paused,
    backupEnabled: answer.backupEnabled,
    pitEnabled: answer.pitEnabled,
    terminationProtection: answer.terminationProtectionEnabled,
    mongodbVersion: answer.mongoDBVersion,
    regions: configs.map(regionOf),
    diskSizeGb: effective?.diskSizeGB ?? first?.electableSpecs?.diskSizeGB,
    autoScaling: first?.autoScaling ? autoScalingOf(first.autoScaling) : undefined,
    shards: Math.max(1, answer.replicationSpecs.length),
    tags: answer.tags,
    connectionStrings: answer.connectionStrings,
    raw,
  };
}

type RegionConfig = z.infer<typeof regionConfig>;

function regionOf(config: RegionConfig): ClusterRegion {
  return {
    provider: config.backingProviderName ?? config.providerName ?? 'unknown',
    region: config.regionName ?? 'unknown',
    nodes: config.electableSpecs?.nodeCount,
    priority: config.priority,
  };
}

function autoScalingOf({ compute, diskGB }: NonNullable<RegionConfig['autoScaling']>): ClusterAutoScaling {
  return {
    compute: compute?.enabled ? { min: compute.minInstanceSize, max: compute.maxInstanceSize } : false,
    disk: diskGB?.enabled ?? false,
  };
}
