import { timestamp } from '../clock.ts';
import { atlasError } from '../errors.ts';
import { optionalText } from '../fields.ts';
import type { JsonObject } from '../json.ts';

const mostDays = 7;
const isoDate = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/;

/** Reads `deleteAfterDate`; Atlas keeps whole seconds. */
export function readExpiry(body: JsonObject, now: number): number | undefined {
  const text = optionalText(body, 'deleteAfterDate');
  if (text === undefined) return undefined;
  const date = isoDate.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(date)) throw atlasError('INVALID_DATE_FORMAT', text);
  const expiry = Date.parse(timestamp(date));
  if (expiry <= now) throw atlasError('EXPIRATION_DATE_IN_PAST');
  if (expiry > now + mostDays * 24 * 3600 * 1000) throw atlasError('EXPIRATION_DATE_EXCEEDS_MAX', mostDays);
  return expiry;
}

/** Refuses an expiry for something that exists without one. */
export function checkMayExpire(
  previous: { readonly deleteAfter?: number | undefined },
  expiry: number | undefined,
): void {
  if (expiry !== undefined && previous.deleteAfter === undefined) {
    throw atlasError('PERMANENT_ENTITY_CANNOT_BE_MADE_TEMPORARY');
  }
}

/** Shows an expiry the way Atlas does: not at all where there is none. */
export function expiryView({ deleteAfter }: { readonly deleteAfter?: number | undefined }): JsonObject {
  return deleteAfter === undefined ? {} : { deleteAfterDate: timestamp(deleteAfter) };
}
