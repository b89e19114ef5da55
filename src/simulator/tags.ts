import { atlasError } from './errors.ts';
import { optionalObjects, requiredText } from './fields.ts';
import type { JsonObject } from './json.ts';
import type { Tag } from './world/types.ts';

const mostTags = 50;
const allowed = /^[\p{L}\p{N} ;@_\-.+]{1,255}$/u;

/** Reads `tags` of a request body; undefined when none were sent. */
export function readTags(body: JsonObject): readonly Tag[] | undefined {
  const tags = optionalObjects(body, 'tags')?.map((tag) => ({
    key: requiredText(tag, 'key'),
    value: requiredText(tag, 'value'),
  }));
  if (tags === undefined) return undefined;
  if (tags.length > mostTags) throw atlasError('VALIDATION_ERROR', `tags must not have more than ${mostTags} entries`);
  for (const text of tags.flatMap(({ key, value }) => [key, value])) {
    if (!allowed.test(text))
      throw atlasError('VALIDATION_ERROR', `tag text "${text}" is too long or has characters that are not allowed`);
  }
  const keys = tags.map(({ key }) => key);
  if (new Set(keys).size < keys.length) throw atlasError('VALIDATION_ERROR', 'tag keys must be unique');
  return tags;
}
