import { atlasError } from '../errors.ts';
import { optionalFlag, optionalNumber, optionalObject, optionalText } from '../fields.ts';
import type { JsonObject } from '../json.ts';
import { numberOf, seriesOf, withoutGeneration } from './hardware.ts';

const largestStorageGB = 131_072;

/** What auto-scaling is read for. */
export interface ScalingContext {
  readonly isInfinite: boolean;
  /** Size of the nodes that it moves. */
  readonly instanceSize: string;
  /** The limit of storage that holds where none is sent. */
  readonly keptLimit: number | undefined;
}

/** Reads `autoScaling` of a region. */
export function readAutoScaling(settings: JsonObject, context: ScalingContext): JsonObject {
  const compute = readCompute(optionalObject(settings, 'compute') ?? {}, context);
  if (!context.isInfinite) {
    if ((settings.storageConfig ?? null) !== null) throw atlasError('INVALID_ATTRIBUTE', 'storageConfig');
    const disk = optionalFlag(optionalObject(settings, 'diskGB') ?? {}, 'enabled') ?? false;
    return { compute, diskGB: { enabled: disk } };
  }
  if (settings.diskGB !== undefined) throw atlasError('INVALID_ATTRIBUTE', 'autoScaling.diskGB');
  const limit = readLimit(settings, context);
  return { compute, ...(limit === undefined ? {} : { storageConfig: { shardSizeLimitGB: limit } }) };
}

function readCompute(compute: JsonObject, { instanceSize, isInfinite }: ScalingContext): JsonObject {
  const enabled = optionalFlag(compute, 'enabled') ?? false;
  const scaleDownEnabled = optionalFlag(compute, 'scaleDownEnabled') ?? false;
  const maxInstanceSize = optionalText(compute, 'maxInstanceSize');
  const minInstanceSize = optionalText(compute, 'minInstanceSize');
  if (enabled && maxInstanceSize === undefined) throw atlasError('COMPUTE_AUTO_SCALING_MAX_INSTANCE_SIZE_REQUIRED');
  if (scaleDownEnabled && !enabled) throw atlasError('COMPUTE_AUTO_SCALING_SCALE_DOWN_ENABLED_INVALID');
  if (scaleDownEnabled && minInstanceSize === undefined) {
    throw atlasError('COMPUTE_AUTO_SCALING_MIN_INSTANCE_SIZE_REQUIRED');
  }
  if (enabled) checkBounds(instanceSize, { minInstanceSize, maxInstanceSize, isInfinite });
  return {
    enabled,
    ...(maxInstanceSize === undefined ? {} : { maxInstanceSize }),
    ...(minInstanceSize === undefined ? {} : { minInstanceSize }),
    scaleDownEnabled,
  };
}

interface Bounds {
  readonly minInstanceSize: string | undefined;
  readonly maxInstanceSize: string | undefined;
  readonly isInfinite: boolean;
}

/** Bounds are of the family of what runs, and hold it. Infinite chooses the generation of each size by itself. */
function checkBounds(instanceSize: string, bounds: Bounds): void {
  const { minInstanceSize: min, maxInstanceSize: max, isInfinite } = bounds;
  const family = (size: string) => seriesOf(isInfinite ? withoutGeneration(size) : size);
  const fits = (bound: string) => family(bound) === family(instanceSize);
  if (min !== undefined && (!fits(min) || numberOf(min) > numberOf(instanceSize))) {
    throw atlasError('INVALID_ATTRIBUTE', 'minInstanceSize');
  }
  if (max !== undefined && (!fits(max) || numberOf(max) < numberOf(instanceSize))) {
    throw atlasError('INVALID_ATTRIBUTE', 'maxInstanceSize');
  }
}

function readLimit(settings: JsonObject, { keptLimit }: ScalingContext): number | undefined {
  if (settings.storageConfig === null) return undefined;
  const config = optionalObject(settings, 'storageConfig');
  if (config === undefined || config.shardSizeLimitGB === undefined) return keptLimit;
  const limit = optionalNumber(config, 'shardSizeLimitGB');
  if (limit !== undefined && (!Number.isInteger(limit) || limit < 1 || limit > largestStorageGB)) {
    throw atlasError('SHARD_SIZE_LIMIT_OUT_OF_RANGE', largestStorageGB);
  }
  return limit;
}

/** The limit of storage in an auto-scaling that was read before. */
export function limitOf(autoScaling: JsonObject | undefined): number | undefined {
  return autoScaling === undefined
    ? undefined
    : optionalNumber(optionalObject(autoScaling, 'storageConfig') ?? {}, 'shardSizeLimitGB');
}
