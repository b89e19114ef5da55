import { INFINITE } from '../atlas/cluster-answer.ts';
import type { NodeGroup } from '../atlas/cluster-hardware.ts';
import { compareSizes, isNvme } from './sizes.ts';

/** Nodes that get a size, where they are like others that exist. */
export interface NodeContext {
  readonly provider: string;
  readonly edition: string;
  /** Nodes that run: the same ones, or, in a new region, those of its neighbour. */
  readonly like: NodeGroup | undefined;
  /** Of the cloud that `like` is in. */
  readonly likeProvider: string;
  /** The size that they shall have. */
  readonly size: string;
  /** The disk that the author names. */
  readonly diskSizeGb: number | undefined;
}

interface CompanionRule {
  readonly field: 'diskSizeGB' | 'diskIOPS' | 'ebsVolumeType';
  /** The value that has to go along; undefined where the field stays out of the request. */
  readonly value: (context: NodeContext) => number | string | undefined;
  readonly source: string;
}

const UPDATE_CLUSTER = 'Admin API, operation updateGroupCluster (2024-10-23)';

/**
 * What goes along where nodes are named in a change, since Atlas replaces their list whole. Anything else stays out: it
 * follows from the size, or belongs to another cloud.
 */
export const companionRules: readonly CompanionRule[] = [
  {
    field: 'diskSizeGB',
    // Without it a disk that is larger than the default of its size would be asked to shrink.
    value: ({ diskSizeGb, like, ...context }) => (hasDisks(context) ? (diskSizeGb ?? diskOf(like)) : undefined),
    source: `${UPDATE_CLUSTER}: "MongoDB Cloud requires this parameter if you set replicationSpecs"; CANNOT_MODIFY_DISK_SIZE_FOR_NVME_CLUSTER in terraform-provider-mongodbatlas#2846`,
  },
  {
    field: 'ebsVolumeType',
    value: (context) => (hasProvisionedDisks(context) ? context.like?.volumeType : undefined),
    source: `${UPDATE_CLUSTER}: AWSHardwareSpec20240805 alone has ebsVolumeType, STANDARD by default`,
  },
  {
    field: 'diskIOPS',
    // Those of a STANDARD volume follow from its size (CLUSTER_DISK_IOPS_INVALID otherwise).
    value: (context) => (hasProvisionedDisks(context) ? context.like?.diskIops : undefined),
    source: `${UPDATE_CLUSTER}: diskIOPS of AWS; terraform-provider-mongodbatlas#2 and #439`,
  },
  {
    field: 'diskIOPS',
    // From M40 on they can be chosen; a disk of another size has others.
    value: (context) =>
      isOn('AZURE', context) && hasDisks(context) && keepsDisk(context) && compareSizes(context.size, AZURE_IOPS) >= 0
        ? context.like?.diskIops
        : undefined,
    source: `${UPDATE_CLUSTER}: diskIOPS of AzureHardwareSpec20240805, for M40 and greater without NVMe`,
  },
];

/** The smallest size on Azure whose IOPS can be chosen. Families are alike in this. */
const AZURE_IOPS = 'M40';

/** Fields that go along with a size. */
export function companionsOf(context: NodeContext): Readonly<Record<string, number | string>> {
  return Object.fromEntries(
    companionRules.flatMap(({ field, value }) => {
      const found = value({ ...context, like: withoutNvme(context.like) });
      return found === undefined ? [] : [[field, found]];
    }),
  );
}

/** A disk of a fixed size tells nothing of the one that comes after it. */
function withoutNvme(like: NodeGroup | undefined): NodeGroup | undefined {
  return like?.size !== undefined && isNvme(like.size) ? undefined : like;
}

function hasDisks({ edition, size }: Pick<NodeContext, 'edition' | 'size'>): boolean {
  return edition !== INFINITE && !isNvme(size);
}

function diskOf(like: NodeGroup | undefined): number | undefined {
  return like?.diskSizeGb;
}

function hasProvisionedDisks(context: NodeContext): boolean {
  const type = context.like?.volumeType;
  return isOn('AWS', context) && hasDisks(context) && type !== undefined && type !== 'STANDARD';
}

function keepsDisk({ diskSizeGb, like }: NodeContext): boolean {
  return diskSizeGb === undefined || like?.diskSizeGb === undefined || Math.floor(like.diskSizeGb) === diskSizeGb;
}

function isOn(cloud: string, { provider, likeProvider }: NodeContext): boolean {
  return provider.toUpperCase() === cloud && likeProvider.toUpperCase() === cloud;
}
