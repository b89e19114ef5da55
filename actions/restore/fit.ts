import { type Cluster, INFINITE } from '../../src/atlas/cluster-answer.ts';
import { isSharded } from '../../src/atlas/clusters.ts';
import type { ListedSnapshot } from '../listed-snapshots.ts';
import { isFallback } from '../snapshot-selector.ts';
import type { Survey } from './survey.ts';
import type { RestoreWish } from './wish.ts';

/** What the preview of Atlas Infinite cannot do (docs: Atlas Infinite), and what keeps the two editions apart. */
export function editionProblems(
  source: Cluster,
  target: Cluster | undefined,
  { to, scope }: RestoreWish,
): readonly string[] {
  if (target && source.edition !== target.edition) {
    const [from, into] = [source, target].map(
      ({ name, edition }) => `"${name}" is of edition ${edition.toLowerCase()}`,
    );
    return [
      `${from}, and ${into}: Atlas restores no backup of one edition into the other. Use mongodump and mongorestore between them.`,
    ];
  }
  if (source.edition !== INFINITE) return [];
  return [
    ...(scope
      ? [
          `"${source.name}" is of edition infinite: only the whole of it can be restored, not single databases or collections.`,
        ]
      : []),
    ...(to ? [] : [`"${source.name}" is of edition infinite, whose snapshots cannot be downloaded. Use mongodump.`]),
    ...(target ? placeProblems(source, target) : []),
  ];
}

function placeProblems(source: Cluster, target: Cluster): readonly string[] {
  const [from, into] = [source, target].map(({ regions }) => regions.map(({ region }) => region).join(', '));
  return from === into
    ? []
    : [
        `"${source.name}" is in ${from}, and "${target.name}" in ${into}: a cluster of edition infinite is restored within its region.`,
      ];
}

/** What Atlas demands of the two clusters (docs: Restore a Cluster). */
export function togetherProblems(source: Cluster, target: Cluster, { scope }: RestoreWish): readonly string[] {
  if (source.id === target.id || source.tier === 'M0' || target.tier === 'M0') return [];
  const [encryption, wanted] = [encryptionOf(target), encryptionOf(source)];
  return [
    ...(target.tier === 'FLEX' && source.tier !== 'FLEX'
      ? [
          `"${target.name}" is a Flex cluster, which takes only snapshots of Flex clusters; "${source.name}" is an ${source.tier}.`,
        ]
      : []),
    ...(source.tier === 'FLEX' && isSharded(target)
      ? [`"${target.name}" is sharded, and a snapshot of a Flex cluster fits only a replica set.`]
      : []),
    ...(source.tier !== 'FLEX' && !scope && encryption !== wanted
      ? [
          `Encryption at rest differs: "${source.name}" has ${wanted}, "${target.name}" has ${encryption}. Atlas wants both alike.`,
        ]
      : []),
  ];
}

function encryptionOf({ raw }: Cluster): string {
  return typeof raw.encryptionAtRestProvider === 'string' ? raw.encryptionAtRestProvider : 'NONE';
}

/** What Atlas demands of a snapshot and the cluster that gets its data. */
export function fitProblems(snapshot: ListedSnapshot, target: Cluster): readonly string[] {
  if (target.tier === 'M0') return [];
  return [...topologyProblems(snapshot, target), ...versionProblems(snapshot, target)];
}

function topologyProblems(snapshot: ListedSnapshot, target: Cluster): readonly string[] {
  const { id, type, configServerType } = snapshot;
  if (type === 'flex') return [];
  const whole = type === 'shardedCluster';
  if (whole !== isSharded(target)) {
    const [of, into] = whole ? ['a sharded cluster', 'a replica set'] : ['a replica set', 'sharded'];
    return [`Snapshot ${id} is of ${of}, and "${target.name}" is ${into}: Atlas cannot restore one into the other.`];
  }
  const there = target.raw.configServerType;
  if (configServerType !== undefined && typeof there === 'string' && configServerType !== there)
    return [
      `Snapshot ${id} has ${configServerType} config servers, and "${target.name}" ${there} ones: Atlas wants both alike.`,
    ];
  const shards = shardsOf(snapshot);
  return whole && shards > 0 && shards !== target.shards
    ? [`Snapshot ${id} has ${shards} shards, and "${target.name}" ${target.shards}: Atlas wants as many on both sides.`]
    : [];
}

/** An embedded config server is one of the shards, whatever its name. */
function shardsOf({ members, configServerType }: ListedSnapshot): number {
  return configServerType === 'EMBEDDED' ? members.length : members.filter((name) => !/config/i.test(name)).length;
}

function versionProblems({ id, mongodbVersion, type }: ListedSnapshot, target: Cluster): readonly string[] {
  const [from, to] = [versionOf(mongodbVersion), versionOf(target.mongodbVersion)];
  if (!from || !to) return [];
  const isSameMajor = from.major === to.major && from.minor <= to.minor;
  const isNext = to.major === from.major + 1 && type !== 'flex';
  if (isSameMajor || isNext) return [];
  const wanted = type === 'flex' ? 'the same version' : 'the same major version or the next one';
  return [
    `Snapshot ${id} is of MongoDB ${mongodbVersion}, and "${target.name}" runs ${target.mongodbVersion}: Atlas restores only into ${wanted}.`,
  ];
}

function versionOf(text: string | undefined): { readonly major: number; readonly minor: number } | undefined {
  const [, major, minor] = text?.match(/^(\d+)\.(\d+)/) ?? [];
  return major === undefined || minor === undefined ? undefined : { major: Number(major), minor: Number(minor) };
}

/** What of a snapshot or a cluster keeps single databases from being restored (docs: Limitations). */
export function scopeProblems({ source, target, snapshot }: Survey): readonly string[] {
  const clusters = [...new Set([source, target])].filter((cluster) => cluster !== undefined);
  return [
    ...clusters
      .filter(({ tier }) => tier.endsWith('_NVME'))
      .map(({ name, tier }) => `"${name}" is an ${tier}: Atlas restores no single databases on NVMe clusters.`),
    ...(snapshot && isFallback(snapshot)
      ? [`Snapshot ${snapshot.id} is a fallback, from which Atlas restores no single databases. Choose another one.`]
      : []),
  ];
}
