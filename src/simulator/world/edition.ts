import { atlasError } from '../errors.ts';
import { oneOf, optionalText } from '../fields.ts';
import type { JsonObject } from '../json.ts';
import { numberOf } from './hardware.ts';
import { infiniteRelease } from './mongodb-versions.ts';
import { isTenant } from './region-config.ts';
import type { ClusterSettings } from './types.ts';

type Edition = ClusterSettings['edition'];

const editions = ['CORE', 'INFINITE'] as const;
/** Atlas Infinite in its public preview. */
const regions = [
  'US_EAST_1',
  'US_EAST_2',
  'US_WEST_2',
  'SA_EAST_1',
  'AP_SOUTH_1',
  'AP_SOUTHEAST_1',
  'AP_SOUTHEAST_2',
  'EU_WEST_1',
  'EU_WEST_2',
  'EU_CENTRAL_1',
];
const mostOtherNodes = 5;
const largestSize = 60;

/** The edition of a cluster: chosen at its creation, and never changed. */
export function readEdition(body: JsonObject, previous: Edition | undefined): Edition {
  if (previous !== undefined && body.databaseEdition === null) throw unchangeable();
  const asked = optionalText(body, 'databaseEdition');
  if (asked === undefined) return previous ?? 'CORE';
  const edition = oneOf(editions, asked);
  if (previous !== undefined && previous !== edition) throw unchangeable();
  return edition;
}

function unchangeable() {
  return atlasError('INVALID_ATTRIBUTE', 'databaseEdition');
}

/** Refuses what a cluster of edition Infinite cannot be. */
export function checkEdition(settings: ClusterSettings, body: JsonObject): void {
  if (settings.edition !== 'INFINITE') return;
  if (settings.clusterType !== 'REPLICASET') throw atlasError('INVALID_ATTRIBUTE', 'clusterType');
  for (const name of ['mongoDBMajorVersion', 'versionReleaseSystem'] as const) {
    if ((body[name] ?? null) !== null) throw atlasError('INVALID_ATTRIBUTE', name);
  }
  const [config, ...others] = settings.replicationSpecs[0]?.regionConfigs ?? [];
  if (config === undefined || others.length > 0 || isTenant(config))
    throw atlasError('INVALID_ATTRIBUTE', 'regionConfigs');
  if (config.providerName !== 'AWS') throw atlasError('INVALID_ATTRIBUTE', 'providerName');
  if (!regions.includes(config.regionName)) throw atlasError('INVALID_REGION', config.regionName, config.providerName);
  const { electableSpecs, readOnlySpecs, analyticsSpecs } = config;
  if (readOnlySpecs.nodeCount + analyticsSpecs.nodeCount > mostOtherNodes)
    throw atlasError('INVALID_ATTRIBUTE', 'nodeCount');
  const isOffered = /^(M|R)\d+(_GEN_2)?$/.test(electableSpecs.instanceSize);
  if (!isOffered || numberOf(electableSpecs.instanceSize) > largestSize) {
    throw atlasError('INVALID_ATTRIBUTE', 'instanceSize');
  }
}

/** The release of a cluster of edition Infinite, which nobody chooses. */
export const infiniteSettings = {
  versionReleaseSystem: 'CONTINUOUS',
  mongoDBMajorVersion: infiniteRelease.major,
  mongoDBVersion: infiniteRelease.full,
} as const;
