import { contradictions, ruleBreaches } from './cluster-rules.ts';
import type { SpecIssue, SpecPath } from './context.ts';
import type { CloudProvider, DesiredAutoScaling, DesiredCluster, DesiredRegion, Edition } from './desired.ts';
import { clusterNameProblem, hostLabel, tagsProblem } from './names.ts';
import { overrideIssues } from './override-rules.ts';
import { usualRegions } from './regions.ts';
import type { Resolving } from './resolving.ts';
import type { ClusterDocument } from './schema.ts';
import { tierKind } from './tiers.ts';
import { fullVersion } from './versions.ts';

interface Place {
  readonly resolving: Resolving;
  readonly index: number;
  /** Name in Atlas, given or derived. */
  readonly name: string;
}

/** Turns one cluster of a spec into what is wanted in Atlas, and reports what contradicts. */
export function resolveCluster(document: ClusterDocument, { resolving, index, name }: Place): DesiredCluster {
  const cluster: DesiredCluster = {
    name,
    alias: document.alias ?? document.name ?? name,
    tier: document.tier?.toUpperCase(),
    edition: editionOf(document.edition),
    regions: regionsOf(document),
    regionNaming: document.regions ? 'all' : document.region === undefined ? 'cloud' : 'preferred',
    mongodbVersion: fullVersion(document['mongodb-version']),
    backup: document.backup ?? (document['point-in-time'] ? true : undefined),
    pointInTime: document['point-in-time'],
    diskSizeGb: document['disk-size-gb'],
    maxStorageGb: document['max-storage-gb'],
    terminationProtection: document['termination-protection'],
    shards: document.shards,
    autoScaling: autoScalingOf(document['auto-scaling']),
    tags: document.tags ?? {},
    atlas: document.atlas ?? {},
  };
  for (const issue of issuesOf(document, cluster, resolving)) {
    resolving.report({ ...issue, path: ['clusters', index, ...issue.path] });
  }
  return cluster;
}

function regionsOf({ provider, region, regions }: ClusterDocument): readonly DesiredRegion[] {
  if (regions) {
    return regions.map((one) => ({
      provider: providerOf(one.provider ?? provider),
      region: spelling(one.region),
      nodes: one.nodes,
    }));
  }
  if (region !== undefined) return [{ provider: providerOf(provider), region: spelling(region), nodes: undefined }];
  if (provider === undefined) return [];
  const cloud = providerOf(provider);
  return [{ provider: cloud, region: usualRegions[cloud], nodes: undefined }];
}

function editionOf(text: string | undefined): Edition | undefined {
  if (text === undefined) return undefined;
  return text.toUpperCase() === 'INFINITE' ? 'INFINITE' : 'CORE';
}

function providerOf(text: string | undefined): CloudProvider {
  const upper = text?.toUpperCase();
  return upper === 'GCP' || upper === 'AZURE' ? upper : 'AWS';
}

/** Atlas writes US_EAST_1 where the clouds write us-east-1. */
function spelling(region: string): string {
  return region.toUpperCase().replaceAll('-', '_');
}

function autoScalingOf(document: ClusterDocument['auto-scaling']): DesiredAutoScaling | undefined {
  if (!document) return undefined;
  const { compute, disk } = document;
  return {
    compute: compute ? { min: compute.min?.toUpperCase(), max: compute.max.toUpperCase() } : compute,
    disk,
  };
}

function* issuesOf(document: ClusterDocument, cluster: DesiredCluster, { ownership }: Resolving): Generator<SpecIssue> {
  if (document.name !== undefined) {
    const problem = clusterNameProblem(document.name);
    if (problem) yield { path: ['name'], message: problem };
  }
  if (document.regions && document.region !== undefined) {
    yield { path: ['region'], message: 'stands next to regions; one of them is enough' };
  }
  const tags = tagsProblem(cluster.tags, Object.keys(ownership).length);
  if (tags) yield { path: ['tags'], message: tags };
  for (const { key, message } of overrideIssues(cluster)) yield { path: ['atlas', key], message, atKey: true };
  const breaches = [...contradictions(cluster), ...(cluster.tier ? ruleBreaches(cluster, cluster.tier) : [])];
  for (const { key, message } of breaches) yield { path: placeOf(document, key), message };
  for (const size of sizesOf(cluster.autoScaling)) {
    if (tierKind(size) !== 'dedicated')
      yield { path: ['auto-scaling', 'compute'], message: 'needs dedicated tiers: M10 and above' };
  }
}

/** A key that the author did not write is implied by one that he did. */
function placeOf(document: ClusterDocument, key: string): SpecPath {
  const keys = key === 'regions' ? ['regions', 'region', 'provider'] : [key];
  const written = keys.find((one) => one in document);
  return written === undefined ? [] : [written];
}

function sizesOf(autoScaling: DesiredAutoScaling | undefined): readonly string[] {
  const { min, max } = autoScaling?.compute || {};
  return [min, max].filter((size) => size !== undefined);
}

/** Names that two clusters share: Atlas looks at the first 23 characters, in lower case. */
export function sharedNameIssues(clusters: readonly DesiredCluster[]): readonly SpecIssue[] {
  return clusters.flatMap((cluster, index): readonly SpecIssue[] => {
    const earlier = clusters.slice(0, index);
    if (earlier.some(({ name }) => name === cluster.name)) {
      return [{ path: ['clusters', index, 'name'], message: 'is the name of an earlier cluster, too' }];
    }
    if (earlier.some(({ name }) => hostLabel(name) === hostLabel(cluster.name))) {
      const message = 'begins with the same 23 characters as an earlier cluster, of which Atlas makes host names';
      return [{ path: ['clusters', index, 'name'], message }];
    }
    const words = earlier.flatMap(({ name, alias }) => [name, alias]);
    if (!words.includes(cluster.alias)) return [];
    return [{ path: ['clusters', index, 'alias'], message: 'is what an earlier cluster is called, too' }];
  });
}
