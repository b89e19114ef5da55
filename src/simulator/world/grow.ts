import { isTenant } from './region-config.ts';
import type { Cluster, Hardware } from './types.ts';

/** What auto-scaling makes of a cluster. */
export interface Growth {
  readonly instanceSize?: string;
  readonly diskSizeGB?: number;
  /** Only this shard; all of them unless told. */
  readonly shard?: number;
}

/** Scales a cluster as Atlas does by itself, without anybody's request. */
export function growCluster(cluster: Cluster, { instanceSize, diskSizeGB, shard }: Growth): void {
  const grown = (hardware: Hardware, moves: boolean): Hardware => ({
    ...hardware,
    ...(instanceSize === undefined || !moves ? {} : { instanceSize }),
    ...(diskSizeGB === undefined ? {} : { diskSizeGB }),
  });
  const { replicationSpecs } = cluster.settings;
  cluster.settings = {
    ...cluster.settings,
    replicationSpecs: replicationSpecs.map((spec, index) => {
      if (shard !== undefined && shard !== index) return spec;
      return {
        ...spec,
        regionConfigs: spec.regionConfigs.map((region) =>
          isTenant(region)
            ? region
            : {
                ...region,
                electableSpecs: grown(region.electableSpecs, true),
                readOnlySpecs: grown(region.readOnlySpecs, true),
                analyticsSpecs: grown(region.analyticsSpecs, false),
              },
        ),
      };
    }),
  };
}
