import { type BackupSchedule, getBackupSchedule } from '../../src/atlas/backup-schedule.ts';
import { formatAge } from '../format.ts';
import type { ListedSnapshot } from '../listed-snapshots.ts';
import { selectSnapshot } from '../snapshot-selector.ts';
import { type KnownPolicy, policyWords, readPolicy } from './compliance.ts';
import { type RestoreWindow, restoreWindowOf, windowWords } from './restore-window.ts';
import { scheduleWords, timeOfDay } from './schedule-words.ts';
import { timeOf, viewOf } from './snapshot-view.ts';
import { adviceFor, hasBackups, isBackupOff, type Subject, snapshotsOf } from './subject.ts';
import { atlasNow, type Report, type Work } from './work.ts';

/** How a cluster is backed up, and how far back it can be brought. */
export async function info(work: Work): Promise<Report> {
  const { context, subject } = work;
  const state = await survey(work);
  const { status, newest, window } = state;
  const advice = adviceFor(subject);
  context.log.info(`Backups of cluster "${subject.address.clusterName}" (${subject.cluster.tier}): ${status}.`);
  context.log.info(`Newest completed snapshot: ${newestWords(newest)}.`);
  if (window) context.log.info(`It can be brought back to ${windowWords(window)}.`);
  if (advice !== undefined) context.log.notice(advice);
  return {
    result: { ...resultOf(subject, state), advice },
    count: 1,
    status,
    title: `Backups of ${subject.address.clusterName}: ${status}`,
    facts: factsOf(subject, state),
    ...(advice !== undefined && { note: advice }),
  };
}

/** Everything that there is to know. */
interface State {
  readonly status: string;
  readonly completed: number;
  readonly newest: Newest | undefined;
  readonly window: RestoreWindow | undefined;
  readonly schedule: BackupSchedule | undefined;
  readonly scheduleWords: readonly string[];
  readonly policy: KnownPolicy;
}

interface Newest {
  readonly snapshot: ListedSnapshot;
  /** Milliseconds. */
  readonly age: number | undefined;
}

async function survey(work: Work): Promise<State> {
  const { client, subject } = work;
  const [snapshots, schedule, policy] = await Promise.all([
    snapshotsOf(client, subject),
    readSchedule(work),
    readPolicy(work),
  ]);
  const now = atlasNow(work);
  const newest = selectSnapshot(snapshots, { kind: 'latest' });
  const time = newest && timeOf(newest);
  return {
    status: statusOf(subject),
    completed: snapshots.filter(({ isCompleted }) => isCompleted).length,
    newest: newest && { snapshot: newest, age: time === undefined ? undefined : Math.max(0, now - time) },
    window: restoreWindowOf({ subject, snapshots, schedule, now }),
    schedule,
    scheduleWords: wordsOf(subject, schedule),
    policy,
  };
}

function statusOf({ cluster, isDeleted }: Subject): string {
  if (isDeleted) return 'retained';
  if (!hasBackups(cluster)) return 'unavailable';
  if (!cluster.backupEnabled) return 'off';
  return cluster.paused ? 'paused' : 'on';
}

/** Only dedicated clusters have a schedule, and only as long as they are there. */
async function readSchedule({ client, subject }: Work): Promise<BackupSchedule | undefined> {
  const { cluster, isDeleted, address } = subject;
  if (isDeleted || cluster.tier === 'FLEX' || !hasBackups(cluster) || !cluster.backupEnabled) return undefined;
  try {
    return await getBackupSchedule(client, address);
  } catch (error) {
    // While the cluster is being made there is none yet.
    if (isBackupOff(error)) return undefined;
    throw error;
  }
}

function wordsOf({ cluster }: Subject, schedule: BackupSchedule | undefined): readonly string[] {
  if (schedule) return scheduleWords(schedule);
  return cluster.tier === 'FLEX' ? ['every day, the last eight kept'] : [];
}

function resultOf({ address, cluster, isDeleted }: Subject, state: State): Readonly<Record<string, unknown>> {
  const { newest, schedule } = state;
  return {
    clusterName: address.clusterName,
    projectId: address.groupId,
    tier: cluster.tier,
    edition: cluster.edition.toLowerCase(),
    state: isDeleted ? 'DELETED' : cluster.stateName,
    mongodbVersion: cluster.mongodbVersion,
    backups: state.status,
    pointInTime: cluster.pitEnabled,
    schedule: state.scheduleWords,
    timeOfDay: schedule && timeOfDay(schedule),
    nextSnapshotAt: schedule?.nextSnapshot,
    completedSnapshots: state.completed,
    newestSnapshot: newest && {
      ...viewOf(newest.snapshot),
      ageMinutes: newest.age === undefined ? undefined : Math.floor(newest.age / 60_000),
    },
    restoreWindow: state.window,
    compliancePolicy: state.policy,
  };
}

function factsOf({ cluster }: Subject, state: State): Report['facts'] {
  const { newest, window, schedule } = state;
  return [
    ['Tier', cluster.tier],
    ['Edition', cluster.edition.toLowerCase()],
    ['MongoDB', cluster.mongodbVersion],
    ['Backups', state.status],
    ['Point in time', hasBackups(cluster) ? (cluster.pitEnabled ? 'on' : 'off') : undefined],
    ['Newest snapshot', newestWords(newest)],
    ['Next snapshot', schedule?.nextSnapshot],
    ['Can be brought back to', window && windowWords(window)],
    ['Schedule', state.scheduleWords.join('; ')],
    ['Time of day', schedule && timeOfDay(schedule)],
    ['Compliance policy', policyWords(state.policy)],
  ];
}

function newestWords(newest: Newest | undefined): string {
  if (!newest) return 'none';
  const { snapshot, age } = newest;
  return `${snapshot.id}, of ${snapshot.createdAt ?? 'an unknown time'}${age === undefined ? '' : ` (${formatAge(age)} ago)`}`;
}
