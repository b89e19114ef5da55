import type { BackupSchedule, PolicyItem } from './backup-schedule.ts';

const hour = 3600 * 1000;
const day = 24 * hour;
const lastOfMonth = 40;
/** More than a year, so that every frequency comes up. */
const daysToSearch = 370;

/** What the time of a snapshot depends on. */
export interface Timing {
  readonly schedule: BackupSchedule;
  readonly now: number;
  /** Hourly snapshots are counted from here. */
  readonly anchor: number;
}

/** When the next snapshot of one frequency is due. */
export function nextSnapshotOf(item: PolicyItem, { schedule, now, anchor }: Timing): number {
  if (item.frequencyType === 'hourly') {
    const interval = item.frequencyInterval * hour;
    return anchor + (Math.floor((now - anchor) / interval) + 1) * interval;
  }
  const midnight = Math.floor(now / day) * day;
  const time = schedule.referenceHourOfDay * hour + schedule.referenceMinuteOfHour * 60_000;
  const candidates = Array.from({ length: daysToSearch }, (_, days) => midnight + days * day + time);
  return candidates.find((at) => at > now && isDue(item, new Date(at))) ?? Number.POSITIVE_INFINITY;
}

function isDue({ frequencyType, frequencyInterval }: PolicyItem, date: Date): boolean {
  const tomorrow = new Date(date.getTime() + day);
  const isLast = tomorrow.getUTCDate() === 1;
  switch (frequencyType) {
    case 'weekly':
      return (date.getUTCDay() || 7) === frequencyInterval;
    case 'monthly':
      return frequencyInterval === lastOfMonth ? isLast : date.getUTCDate() === frequencyInterval;
    case 'yearly':
      return date.getUTCMonth() + 1 === frequencyInterval && date.getUTCDate() === 1;
    default:
      return true;
  }
}
