import { z } from 'zod';
import { readTime } from './iso-time.ts';

/** Schemas for fields that Atlas may leave out, set to null, or fill oddly: inside, they are undefined. */
export const optionalText = z
  .string()
  .nullish()
  .catch(undefined)
  .transform((text) => text ?? undefined);

/** A time in ISO 8601; what cannot be read as one says no more than nothing at all. */
export const optionalTime = optionalText.transform((text) => (readTime(text) === undefined ? undefined : text));

export const optionalNumber = z
  .number()
  .nullish()
  .catch(undefined)
  .transform((number) => number ?? undefined);

/** Tags as Atlas lists them, as a record. */
export const tagRecord = z
  .array(z.object({ key: z.string(), value: z.string() }))
  .nullish()
  .transform(
    (tags): Readonly<Record<string, string>> => Object.fromEntries((tags ?? []).map(({ key, value }) => [key, value])),
  );

/** A record of tags as Atlas wants them. */
export function tagList(tags: Readonly<Record<string, string>>): readonly { key: string; value: string }[] {
  return Object.entries(tags).map(([key, value]) => ({ key, value }));
}
