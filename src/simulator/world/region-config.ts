import { atlasError } from '../errors.ts';
import { oneOf, optionalNumber, optionalObject, required, requiredObject, requiredText } from '../fields.ts';
import type { JsonObject } from '../json.ts';
import { limitOf, readAutoScaling } from './auto-scaling.ts';
import { type HardwarePlace, isNvme, readHardware } from './hardware.ts';
import { checkRegion } from './regions.ts';
import type { Hardware, RegionConfig } from './types.ts';

const providers = ['AWS', 'AZURE', 'GCP', 'TENANT'] as const;

/** What a region config is read for. */
export interface RegionContext {
  readonly isInfinite: boolean;
  /** Versions before 2024-08-05 have the disk size on top. */
  readonly diskSizeGB: number | undefined;
  /** The same region as it was, if the cluster was there. */
  readonly previous: readonly RegionConfig[];
}

/** Reads one region of a shard. */
export function readRegion(region: JsonObject, context: RegionContext): RegionConfig {
  const providerName = oneOf(providers, requiredText(region, 'providerName'));
  const regionName = requiredText(region, 'regionName');
  if (providerName === 'TENANT') return readTenantRegion(region, regionName);
  checkRegion(providerName, regionName);
  const kinds = ['electableSpecs', 'readOnlySpecs', 'analyticsSpecs'] as const;
  const [electable, readOnly, analytics] = kinds.map((kind) => optionalObject(region, kind));
  const base = electable ?? readOnly ?? analytics ?? requiredObject(region, 'electableSpecs');
  const place: HardwarePlace = {
    providerName,
    isInfinite: context.isInfinite,
    instanceSize: requiredText(base, 'instanceSize'),
    diskSizeGB: context.diskSizeGB ?? optionalNumber(base, 'diskSizeGB'),
  };
  const read = (specs: JsonObject | undefined): Hardware => readHardware(specs ?? {}, place);
  const hardware = {
    electableSpecs: read(electable),
    readOnlySpecs: read(readOnly),
    analyticsSpecs: read(analytics),
  };
  const priority = required('priority', optionalNumber(region, 'priority'));
  if (hardware.electableSpecs.nodeCount === 0 && priority !== 0) throw atlasError('INVALID_ATTRIBUTE', 'priority');
  checkTogether(hardware);
  return { providerName, regionName, priority, ...hardware, ...readScaling(region, { hardware, context }) };
}

type RegionHardware = Pick<RegionConfig, 'electableSpecs' | 'readOnlySpecs' | 'analyticsSpecs'>;

function readScaling(
  region: JsonObject,
  { hardware, context: { isInfinite, previous } }: { hardware: RegionHardware; context: RegionContext },
): Pick<RegionConfig, 'autoScaling' | 'analyticsAutoScaling'> {
  const analytics = optionalObject(region, 'analyticsAutoScaling');
  const keptLimit = limitOf(previous.find((one) => one.regionName === region.regionName)?.autoScaling);
  const { electableSpecs, analyticsSpecs } = hardware;
  const ofBase = { isInfinite, keptLimit, instanceSize: electableSpecs.instanceSize };
  const ofAnalytics = { isInfinite, keptLimit: undefined, instanceSize: analyticsSpecs.instanceSize };
  return {
    autoScaling: readAutoScaling(optionalObject(region, 'autoScaling') ?? {}, ofBase),
    ...(analytics === undefined ? {} : { analyticsAutoScaling: readAutoScaling(analytics, ofAnalytics) }),
  };
}

/** Electable and read-only nodes are of one size; local disks are on all nodes, or on none. */
function checkTogether({ electableSpecs, readOnlySpecs, analyticsSpecs }: RegionHardware): void {
  const present = [electableSpecs, readOnlySpecs, analyticsSpecs].filter(({ nodeCount }) => nodeCount > 0);
  const base = [electableSpecs, readOnlySpecs].filter(({ nodeCount }) => nodeCount > 0);
  if (new Set(base.map(({ instanceSize }) => instanceSize)).size > 1)
    throw atlasError('INVALID_ATTRIBUTE', 'instanceSize');
  if (new Set(present.map(({ instanceSize }) => isNvme(instanceSize))).size > 1) {
    throw atlasError('ATLAS_GENERAL_ERROR', 'Cannot create or edit cluster due to an unexpected configuration');
  }
}

function readTenantRegion(region: JsonObject, regionName: string): RegionConfig {
  const instanceSize = requiredText(requiredObject(region, 'electableSpecs'), 'instanceSize');
  if (instanceSize !== 'M0') throw atlasError('INVALID_ENUM_VALUE', instanceSize);
  const backingProviderName = oneOf(['AWS', 'AZURE', 'GCP'], requiredText(region, 'backingProviderName'));
  checkRegion(backingProviderName, regionName);
  const nothing: Hardware = { instanceSize, nodeCount: 0, diskSizeGB: 0.5 };
  return {
    providerName: 'TENANT',
    backingProviderName,
    regionName,
    priority: optionalNumber(region, 'priority') ?? 7,
    electableSpecs: nothing,
    readOnlySpecs: nothing,
    analyticsSpecs: nothing,
    autoScaling: {},
  };
}

export function isTenant({ providerName }: RegionConfig): boolean {
  return providerName === 'TENANT';
}
