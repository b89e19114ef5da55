import type { BackupSchedule } from '../../src/atlas/backup-schedule.ts';
import { isoTime, readTime } from '../../src/atlas/iso-time.ts';
import { type ListedSnapshot, newestFirst } from '../listed-snapshots.ts';
import type { Subject } from './subject.ts';

/** What a cluster can be brought back to. Times are ISO 8601. */
export interface RestoreWindow {
  readonly from: string;
  readonly to: string;
  /** Every moment between the two, or the snapshots only. */
  readonly anyMoment: boolean;
}

const DAY = 86_400_000;

/** What is written now is in the backup a little later; Atlas does not say how much. */
const LAG = 60_000;

/** How far back a restore can go; undefined where nothing can be restored. Before a point in time there must be a snapshot, too. */
export function restoreWindowOf({
  subject: { cluster, isDeleted },
  snapshots,
  schedule,
  now,
}: {
  subject: Subject;
  snapshots: readonly ListedSnapshot[];
  schedule: BackupSchedule | undefined;
  now: number;
}): RestoreWindow | undefined {
  const completed = snapshots.filter(({ isCompleted, createdAt }) => isCompleted && readTime(createdAt) !== undefined);
  const points = newestFirst(completed).flatMap(({ createdAt }) => createdAt ?? []);
  const [newest, oldest] = [points.at(0), points.at(-1)];
  if (newest === undefined || oldest === undefined) return undefined;
  const days = schedule?.restoreWindowDays;
  if (isDeleted || !cluster.pitEnabled || !days) return { from: oldest, to: newest, anyMoment: false };
  const from = Math.max(Date.parse(oldest), now - days * DAY);
  return { from: isoTime(from), to: isoTime(now - LAG), anyMoment: true };
}

/** The window as a person says it. */
export function windowWords({ from, to, anyMoment }: RestoreWindow): string {
  return anyMoment ? `any moment from ${from} until about ${to}` : `its snapshots, from ${from} to ${to}`;
}
