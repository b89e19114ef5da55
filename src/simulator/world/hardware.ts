import { atlasError } from '../errors.ts';
import { optionalNumber, optionalText } from '../fields.ts';
import type { JsonObject } from '../json.ts';
import type { Hardware } from './types.ts';

/** Where hardware is asked for. */
export interface HardwarePlace {
  readonly providerName: string;
  readonly isInfinite: boolean;
  /** What applies where the request says nothing. */
  readonly instanceSize: string;
  readonly diskSizeGB: number | undefined;
}

const diskDefaults: Readonly<Record<string, number>> = { '10': 10, '20': 20, '30': 40, '40': 80, '50': 160, '60': 320 };
/** Local disks of AWS, which nobody can choose. */
const nvmeDisks: Readonly<Record<string, number>> = {
  '40': 380,
  '50': 760,
  '60': 1600,
  '80': 1600,
  '200': 3100,
  '400': 4000,
};
/** Atlas gives no dedicated server a smaller disk, and says nothing of it. */
export const SMALLEST_DISK = 10;
/** Below this size the IOPS of Azure follow from the disk. */
const smallestWithIops = 40;

/** Family, storage and generation of a size: M, R, M_NVME, M40_GEN_2. */
export function seriesOf(instanceSize: string): string {
  return instanceSize.replace(/\d+/, '');
}

/** The number that orders sizes of a series. */
export function numberOf(instanceSize: string): number {
  return Number(/\d+/.exec(instanceSize)?.[0] ?? 0);
}

export function withoutGeneration(instanceSize: string): string {
  return instanceSize.replace(/_GEN_\d+$/, '');
}

export function isNvme(instanceSize: string): boolean {
  return instanceSize.includes('_NVME');
}

/** Reads nodes of one kind; each cloud knows fields of its own. */
export function readHardware(specs: JsonObject, place: HardwarePlace): Hardware {
  const instanceSize = optionalText(specs, 'instanceSize') ?? place.instanceSize;
  checkSize(instanceSize, place);
  checkFields(specs, { instanceSize, place });
  const diskSizeGB = diskOf(specs, { instanceSize, place });
  const ebsVolumeType = volumeOf(specs, { instanceSize, place });
  const diskIOPS = iopsOf(specs, { instanceSize, place, diskSizeGB, ebsVolumeType });
  return {
    instanceSize,
    nodeCount: optionalNumber(specs, 'nodeCount') ?? 0,
    diskSizeGB,
    ...(diskIOPS === undefined ? {} : { diskIOPS }),
    ...(ebsVolumeType === undefined ? {} : { ebsVolumeType }),
  };
}

function checkSize(instanceSize: string, { providerName }: HardwarePlace): void {
  const isKnown = /^[MR]\d+(_NVME)?(_GEN_2)?$/.test(instanceSize) && !['M0', 'M2', 'M5'].includes(instanceSize);
  if (!isKnown || (isNvme(instanceSize) && providerName === 'GCP')) {
    throw atlasError('INVALID_ENUM_VALUE', instanceSize);
  }
}

function checkFields(specs: JsonObject, { place }: { instanceSize: string; place: HardwarePlace }): void {
  const { providerName, isInfinite } = place;
  const foreign = isInfinite
    ? ['diskSizeGB', 'diskIOPS', 'ebsVolumeType']
    : providerName === 'AWS'
      ? []
      : providerName === 'AZURE'
        ? ['ebsVolumeType']
        : ['diskIOPS', 'ebsVolumeType'];
  const found = foreign.find((name) => (specs[name] ?? null) !== null);
  if (found !== undefined) throw atlasError('INVALID_ATTRIBUTE', found);
}

interface Asked {
  readonly instanceSize: string;
  readonly place: HardwarePlace;
}

function diskOf(specs: JsonObject, { instanceSize, place }: Asked): number {
  const asked = optionalNumber(specs, 'diskSizeGB');
  if (isNvme(instanceSize)) {
    const fixed = nvmeDisks[String(numberOf(instanceSize))] ?? 4000;
    if (asked !== undefined && asked !== fixed) throw atlasError('CANNOT_MODIFY_DISK_SIZE_FOR_NVME_CLUSTER');
    return fixed;
  }
  return Math.max(SMALLEST_DISK, asked ?? place.diskSizeGB ?? diskDefaults[String(numberOf(instanceSize))] ?? 320);
}

function volumeOf(specs: JsonObject, { instanceSize, place }: Asked): string | undefined {
  if (place.providerName !== 'AWS') return undefined;
  return optionalText(specs, 'ebsVolumeType') ?? (isNvme(instanceSize) ? 'PROVISIONED' : 'STANDARD');
}

function iopsOf(
  specs: JsonObject,
  {
    instanceSize,
    place: { providerName },
    diskSizeGB,
    ebsVolumeType,
  }: Asked & { diskSizeGB: number; ebsVolumeType: string | undefined },
): number | undefined {
  if (providerName === 'GCP') return undefined;
  const asked = optionalNumber(specs, 'diskIOPS');
  const usual = providerName === 'AWS' ? awsIops(instanceSize) : azureIops(diskSizeGB);
  const canChoose =
    providerName === 'AWS'
      ? ebsVolumeType === 'PROVISIONED' && !isNvme(instanceSize)
      : numberOf(instanceSize) >= smallestWithIops && (asked ?? usual) >= usual;
  if (asked !== undefined && asked !== usual && !canChoose) {
    throw atlasError('CLUSTER_DISK_IOPS_INVALID', asked, diskSizeGB, instanceSize);
  }
  return asked ?? usual;
}

function awsIops(instanceSize: string): number {
  return isNvme(instanceSize) ? 135_125 : 3000;
}

/** Premium disks of Azure come in steps. */
function azureIops(diskSizeGB: number): number {
  const steps = [
    [32, 120],
    [64, 240],
    [128, 500],
    [256, 1100],
    [512, 2300],
    [1024, 5000],
  ] as const;
  return steps.find(([size]) => diskSizeGB <= size)?.[1] ?? 7500;
}
