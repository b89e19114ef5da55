import type { Reply } from '../answers.ts';
import { atlasError } from '../errors.ts';
import { objectBody, optionalFlag, optionalText } from '../fields.ts';
import type { JsonObject } from '../json.ts';
import { limitOf } from '../world/auto-scaling.ts';
import { startResumeAtOnce, startUpdate, stateOf } from '../world/cluster-lifecycle.ts';
import { readClusterSettings } from '../world/cluster-settings.ts';
import { complianceOf } from '../world/compliance-policy.ts';
import { isNvme } from '../world/hardware.ts';
import { isBeingRestored } from '../world/restore-effects.ts';
import type { Cluster, ClusterSettings } from '../world/types.ts';
import { beingDeleted } from './begin-deletion.ts';
import { namedCluster } from './cluster-lookup.ts';
import { clusterView } from './cluster-view.ts';
import type { Call } from './operation.ts';

const minutesBetweenPauses = 60;
const minutesUntilMonitored = 5;
/** Changes that touch no server. */
const smallChanges = ['tags', 'labels', 'terminationProtectionEnabled'];

/** Changes a dedicated cluster. */
export function updateCluster(call: Call): Reply {
  const { world, now, version } = call;
  const cluster = namedCluster(call);
  const body = objectBody(call.body);
  if (cluster.tier === 'M0') throw atlasError('TENANT_CLUSTER_UPDATE_UNSUPPORTED');
  if (stateOf(cluster, now) === 'DELETING') throw beingDeleted();
  checkMonitoring(call, cluster);
  if (isBeingRestored(world, cluster)) throw atlasError('CLUSTER_RESTORE_IN_PROGRESS_CANNOT_UPDATE');
  if ((optionalText(body, 'name') ?? cluster.name) !== cluster.name) throw atlasError('CLUSTER_CANNOT_CHANGE_NAME');
  checkPause(cluster, body, now);
  const previous = cluster.settings;
  const settings = readClusterSettings(body, { world, version, previous });
  if (!settings.backupEnabled && previous.backupEnabled && complianceOf(world, cluster) !== undefined) {
    throw atlasError('CANNOT_DISABLE_CLOUD_BACKUP_WITH_BACKUP_COMPLIANCE_POLICY');
  }
  checkLimit(cluster, { settings, now });
  const isUndone = previous.paused && !settings.paused && stateOf(cluster, now) === 'UPDATING';
  cluster.settings = settings;
  if (!previous.pitEnabled && cluster.settings.pitEnabled) cluster.pitSince = now;
  if (!previous.paused && cluster.settings.paused) cluster.pausedAt = now;
  if (previous.paused && !cluster.settings.paused) cluster.resumedAt = now;
  const changes = Object.keys(body).filter((field) => field !== 'name');
  if (isUndone) startResumeAtOnce(world, cluster);
  else if (changes.length > 0) {
    startUpdate(world, cluster, changes.every((field) => smallChanges.includes(field)) ? 'small' : 'large');
  }
  return { status: 200, body: clusterView(call, cluster) };
}

const minutesUntilMeasured = 10;

/** How much a new cluster holds is not known at first; whoever asks again is heard. */
function checkLimit(cluster: Cluster, { settings, now }: { settings: ClusterSettings; now: number }): void {
  const [before, after] = [cluster.settings, settings].map(({ replicationSpecs }) =>
    limitOf(replicationSpecs[0]?.regionConfigs[0]?.autoScaling),
  );
  const isEarly = now < cluster.createdAt + minutesUntilMeasured * 60_000;
  if (before === after || !isEarly || cluster.sizeWasUnknown) return;
  cluster.sizeWasUnknown = true;
  throw atlasError('SHARD_SIZE_LIMIT_CURRENT_SIZE_UNKNOWN');
}

/** What Atlas's monitoring does not know yet, it takes for the worst. */
function checkMonitoring({ world, now }: Call, { hosts, phases }: Cluster): void {
  const wasMade = phases.some(({ state }) => state === 'CREATING');
  const idleFrom = phases.find(({ state }) => state === 'IDLE')?.from ?? now;
  const isNew = wasMade && idleFrom <= now && now < idleFrom + minutesUntilMonitored * 60_000;
  if (!isNew || !world.random.chance(world.oddities.laggingWhenNew)) return;
  const host = `${hosts.nodePrefix}-shard-00-01.${hosts.suffix}:27017`;
  throw atlasError('OPERATION_INVALID_MEMBER_REPLICATION_LAG', `${host} (240sec)`);
}

/** A pause comes alone, and a paused cluster takes nothing but its resumption. */
function checkPause(cluster: Cluster, body: JsonObject, now: number): void {
  const { paused } = cluster.settings;
  const asked = optionalFlag(body, 'paused');
  const comesAlone = Object.keys(body).every((field) => field === 'paused' || field === 'name');
  if (paused && asked === undefined) throw atlasError('CANNOT_UPDATE_PAUSED_CLUSTER', cluster.name);
  if (asked === undefined || (!paused && !asked)) return;
  if (!comesAlone) throw atlasError('CANNOT_UPDATE_AND_PAUSE_CLUSTER', cluster.name);
  if (!asked) return;
  if (paused) throw atlasError('CLUSTER_ALREADY_PAUSED');
  if (hasLocalDisks(cluster)) throw atlasError('CANNOT_PAUSE_NVME_CLUSTER');
  if (cluster.resumedAt !== undefined && now < cluster.resumedAt + minutesBetweenPauses * 60_000) {
    throw atlasError('CANNOT_PAUSE_RECENTLY_RESUMED_CLUSTER', minutesBetweenPauses);
  }
  if (stateOf(cluster, now) !== 'IDLE') throw atlasError('CANNOT_PAUSE_CLUSTER_WITH_PENDING_CHANGES');
}

/** Local disks lose their data with their machine. */
function hasLocalDisks({ settings }: Cluster): boolean {
  const regions = settings.replicationSpecs.flatMap(({ regionConfigs }) => regionConfigs);
  return regions.some(({ electableSpecs }) => isNvme(electableSpecs.instanceSize));
}
