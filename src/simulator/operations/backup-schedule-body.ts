import { atlasError } from '../errors.ts';
import { optionalNumber, optionalObjects, optionalText, required, requiredObjects } from '../fields.ts';
import type { JsonObject } from '../json.ts';
import type { BackupSchedule, PolicyItem } from '../world/backup-schedule.ts';
import type { World } from '../world/types.ts';
import { readPolicyItem } from './policy-items.ts';

const keptAsSent = [
  'autoCopySettingsEnabled',
  'autoExportEnabled',
  'copyPolicyItemsEnabled',
  'copySettings',
  'export',
  'extraRetentionSettings',
  'useOrgAndGroupNamesInExportPrefix',
];
/** What a body may hold without an effect here: orders about snapshots there are, and fields of answers. */
const withoutEffect = [
  'clusterId',
  'clusterName',
  'deleteCopiedBackups',
  'deleteCopySnapshots',
  'deleteSnapshots',
  'links',
  'nextSnapshot',
  'updateCopySnapshots',
  'updateSnapshots',
];
const readWithCare = ['policies', 'referenceHourOfDay', 'referenceMinuteOfHour', 'restoreWindowDays'];

/** Where a request's body is merged into a schedule. */
export interface ScheduleChange {
  readonly body: JsonObject;
  readonly world: World;
}

/** Reads the body of a schedule: what is not sent stays as it was; a policy's items are replaced whole. */
export function changedSchedule(previous: BackupSchedule, { body, world }: ScheduleChange): BackupSchedule {
  const unknown = Object.keys(body).find((name) => ![...keptAsSent, ...withoutEffect, ...readWithCare].includes(name));
  if (unknown !== undefined) throw atlasError('INVALID_ATTRIBUTE', unknown);
  const whole = (name: 'referenceHourOfDay' | 'referenceMinuteOfHour' | 'restoreWindowDays', range: Range) =>
    wholeNumber(body, { name, ...range }) ?? previous[name];
  return {
    policyId: previous.policyId,
    policyItems: readPolicies(previous, { body, world }) ?? previous.policyItems,
    referenceHourOfDay: whole('referenceHourOfDay', { least: 0, most: 23 }),
    referenceMinuteOfHour: whole('referenceMinuteOfHour', { least: 0, most: 59 }),
    restoreWindowDays: whole('restoreWindowDays', { least: 1, most: 366 }),
    others: { ...previous.others, ...pick(body, keptAsSent) },
  };
}

function readPolicies(previous: BackupSchedule, { body, world }: ScheduleChange): readonly PolicyItem[] | undefined {
  const policies = optionalObjects(body, 'policies');
  if (policies === undefined) return undefined;
  const [policy, ...rest] = policies;
  if (policy === undefined || rest.length > 0)
    throw atlasError('INVALID_BACKUP_POLICY', 'exactly one policy is needed');
  const id = required('id', optionalText(policy, 'id'));
  if (id !== previous.policyId) throw atlasError('INVALID_POLICY_ID', id);
  return requiredObjects(policy, 'policyItems').map((item) =>
    readPolicyItem(item, { world, known: previous.policyItems }),
  );
}

interface Range {
  readonly least: number;
  readonly most: number;
}

function wholeNumber(body: JsonObject, { name, least, most }: Range & { readonly name: string }): number | undefined {
  const number = optionalNumber(body, name);
  if (number === undefined) return undefined;
  if (!Number.isInteger(number) || number < least || number > most) throw atlasError('INVALID_ATTRIBUTE', name);
  return number;
}

function pick(body: JsonObject, names: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(body).filter(([name, value]) => names.includes(name) && value !== null));
}
