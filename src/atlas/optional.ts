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

/** Tags as Atlas lists them, as a record. A key that is given twice has all its values, one a line: a tag holds no line break. */
export const tagRecord = z
  .array(z.object({ key: z.string(), value: z.string() }))
  .nullish()
  .transform((tags): Readonly<Record<string, string>> => {
    const values = Map.groupBy(tags ?? [], ({ key }) => key);
    const joined = [...values].map(([key, all]) => [key, [...new Set(all.map(({ value }) => value))].join('\n')]);
    return Object.fromEntries(joined);
  });

/** A record of tags as Atlas wants them. */
export function tagList(tags: Readonly<Record<string, string>>): readonly { key: string; value: string }[] {
  return Object.entries(tags).flatMap(([key, values]) => values.split('\n').map((value) => ({ key, value })));
}
