import type { BackupPolicyItem, BackupSchedule } from '../../src/atlas/backup-schedule.ts';

/** A schedule as a person says it: "every 6 hours, kept for 7 days". */
export function scheduleWords({ policyItems }: Pick<BackupSchedule, 'policyItems'>): readonly string[] {
  return policyItems.map((item) => [rhythmOf(item), retentionOf(item)].filter(Boolean).join(', '));
}

/** The time of day that daily and rarer snapshots are taken at; undefined where Atlas does not say. */
export function timeOfDay({ referenceHourOfDay, referenceMinuteOfHour }: BackupSchedule): string | undefined {
  if (referenceHourOfDay === undefined) return undefined;
  const twoDigits = (number: number) => String(number).padStart(2, '0');
  return `${twoDigits(referenceHourOfDay)}:${twoDigits(referenceMinuteOfHour ?? 0)} UTC`;
}

/** Monday is 1. */
const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** What the API calls the last day of a month. */
const LAST_DAY = 40;

/** By Atlas's word for the frequency, what its number means. */
const rhythms: Readonly<Record<string, (interval: number) => string>> = {
  hourly: (interval) => (interval === 1 ? 'every hour' : `every ${interval} hours`),
  daily: (interval) => (interval === 1 ? 'every day' : `every ${interval} days`),
  weekly: (interval) => `every week on ${weekdays[interval - 1] ?? `day ${interval}`}`,
  monthly: (interval) => `every month on ${interval === LAST_DAY ? 'the last day' : `day ${interval}`}`,
  yearly: (interval) => `every year in ${months[interval - 1] ?? `month ${interval}`}`,
  ondemand: () => 'on demand',
};

function rhythmOf({ frequencyType, frequencyInterval = 1 }: BackupPolicyItem): string {
  const rhythm = Object.hasOwn(rhythms, frequencyType) ? rhythms[frequencyType] : undefined;
  return rhythm?.(frequencyInterval) ?? `${frequencyType} (${frequencyInterval})`;
}

function retentionOf({ retentionValue, retentionUnit }: BackupPolicyItem): string | undefined {
  if (retentionValue === undefined || retentionUnit === undefined) return undefined;
  const unit = retentionValue === 1 ? retentionUnit.replace(/s$/, '') : retentionUnit;
  return `kept for ${retentionValue} ${unit}`;
}
