import { atlasError } from '../errors.ts';
import { oneOf, optionalNumber, optionalText, required, requiredText } from '../fields.ts';
import type { JsonObject } from '../json.ts';
import type { Frequency, PolicyItem, RetentionUnit } from '../world/backup-schedule.ts';
import type { World } from '../world/types.ts';

const upTo = (most: number) => Array.from({ length: most }, (_, index) => index + 1);

/** Which intervals each frequency allows. */
const intervals: Readonly<Record<Frequency, readonly number[]>> = {
  hourly: [1, 2, 4, 6, 8, 12],
  daily: [1],
  weekly: upTo(7),
  monthly: [...upTo(28), 40],
  yearly: upTo(12),
};
const units: readonly RetentionUnit[] = ['days', 'weeks', 'months', 'years'];

/** Where an item of a policy is read: those with a known id keep it, new ones get one. */
export interface ItemContext {
  readonly world: World;
  readonly known: ReadonlyArray<{ readonly id: string }>;
}

/** Reads one item of a schedule or of a compliance policy. */
export function readPolicyItem(item: JsonObject, { world, known }: ItemContext): PolicyItem {
  // The keys of the table are the frequencies.
  const frequencyType = oneOf(Object.keys(intervals) as Frequency[], requiredText(item, 'frequencyType'));
  const frequencyInterval = required('frequencyInterval', optionalNumber(item, 'frequencyInterval'));
  if (!intervals[frequencyType].includes(frequencyInterval)) {
    throw atlasError(
      'INVALID_BACKUP_POLICY',
      `frequencyInterval ${frequencyInterval} is not valid for ${frequencyType}`,
    );
  }
  const id = optionalText(item, 'id');
  if (id !== undefined && !known.some((other) => other.id === id)) throw atlasError('INVALID_POLICY_ID', id);
  return { id: id ?? world.newId(), frequencyType, frequencyInterval, ...readRetention(item) };
}

/** Reads how long something is kept. */
export function readRetention(item: JsonObject): Pick<PolicyItem, 'retentionUnit' | 'retentionValue'> {
  const retentionUnit = oneOf(units, requiredText(item, 'retentionUnit'));
  const retentionValue = required('retentionValue', optionalNumber(item, 'retentionValue'));
  if (!Number.isInteger(retentionValue) || retentionValue < 1)
    throw atlasError('BACKUP_SNAPSHOT_RETENTION_VALUE_INVALID');
  return { retentionUnit, retentionValue };
}
