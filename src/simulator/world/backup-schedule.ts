import type { JsonObject } from '../json.ts';
import { nextSnapshotOf } from './next-snapshot.ts';
import type { Cluster } from './types.ts';

export type Frequency = 'hourly' | 'daily' | 'weekly' | 'monthly' | 'yearly';
export type RetentionUnit = 'days' | 'weeks' | 'months' | 'years';

/** Snapshots of one frequency, and how long they are kept. */
export interface PolicyItem {
  readonly id: string;
  readonly frequencyType: Frequency;
  /** Hours between two, a day of the week (1 is Monday), a day of the month (40 is the last) or a month. */
  readonly frequencyInterval: number;
  readonly retentionUnit: RetentionUnit;
  readonly retentionValue: number;
}

/** When a dedicated cluster's snapshots are taken. None is taken of itself in here: they are seeded. */
export interface BackupSchedule {
  readonly policyId: string;
  readonly policyItems: readonly PolicyItem[];
  readonly referenceHourOfDay: number;
  readonly referenceMinuteOfHour: number;
  readonly restoreWindowDays: number;
  /** Fields that the simulator keeps and shows as they were sent. */
  readonly others: JsonObject;
}

/** The schedule of a cluster: what was set, or Atlas's default. */
export function scheduleOf(cluster: Cluster): BackupSchedule {
  if (cluster.schedule !== undefined) return cluster.schedule;
  const created = new Date(cluster.createdAt);
  return {
    policyId: idOf(cluster, 0),
    policyItems: defaultItems.map((item, index) => ({ ...item, id: idOf(cluster, index + 1) })),
    referenceHourOfDay: created.getUTCHours(),
    referenceMinuteOfHour: created.getUTCMinutes(),
    restoreWindowDays: 7,
    others: {},
  };
}

/** For how many days back a cluster can be restored to any point in time. */
export function restoreWindowDays(cluster: Cluster): number {
  return scheduleOf(cluster).restoreWindowDays;
}

/** When the next snapshot of a schedule is due; never where it has none. */
export function nextSnapshot(cluster: Cluster, now: number): number | undefined {
  const schedule = scheduleOf(cluster);
  const dates = schedule.policyItems.map((item) => nextSnapshotOf(item, { schedule, now, anchor: cluster.createdAt }));
  return dates.length === 0 ? undefined : Math.min(...dates);
}

const daysPer: Readonly<Record<RetentionUnit, number>> = { days: 1, weeks: 7, months: 31, years: 366 };

/** How long something is kept, in days. */
export function retentionDays({ retentionUnit, retentionValue }: Pick<PolicyItem, 'retentionUnit' | 'retentionValue'>) {
  return daysPer[retentionUnit] * retentionValue;
}

const defaultItems: ReadonlyArray<Omit<PolicyItem, 'id'>> = [
  { frequencyType: 'hourly', frequencyInterval: 6, retentionUnit: 'days', retentionValue: 7 },
  { frequencyType: 'daily', frequencyInterval: 1, retentionUnit: 'days', retentionValue: 7 },
  { frequencyType: 'weekly', frequencyInterval: 6, retentionUnit: 'weeks', retentionValue: 4 },
  { frequencyType: 'monthly', frequencyInterval: 40, retentionUnit: 'months', retentionValue: 12 },
  { frequencyType: 'yearly', frequencyInterval: 12, retentionUnit: 'years', retentionValue: 1 },
];

/**
 * Ids of what every cluster has follow from the cluster's own: to draw them would change every id after them. The reversed
 * middle keeps them apart from drawn ones.
 */
function idOf({ id }: Cluster, index: number): string {
  const middle = Array.from(id.slice(8, 18)).reverse().join('');
  return `${id.slice(0, 8)}${middle}${id.slice(19)}${index}`;
}
