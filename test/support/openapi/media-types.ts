import { isObject, type Json, type JsonObject } from './json.ts';

/** Picks the content that serves a versioned media type: the newest version not later than the one asked for. */
export function pickContent(content: JsonObject, mediaType: string): string | undefined {
  const wanted = versionOf(mediaType);
  if (wanted === undefined) return Object.keys(content).find((key) => key === bare(mediaType));
  return Object.keys(content)
    .filter((key) => (versionOf(key) ?? '9') <= wanted)
    .toSorted()
    .at(-1);
}

/** Returns the version date of `application/vnd.atlas.<date>+json`. */
export function versionOf(mediaType: string): string | undefined {
  return /^application\/vnd\.atlas\.(\d{4}-\d{2}-\d{2})\+json$/.exec(bare(mediaType))?.[1];
}

/** Drops the parameters of a media type, such as its charset. */
export function bare(mediaType: string): string {
  return mediaType.split(';', 1)[0]?.trim().toLowerCase() ?? '';
}

/** Returns the schema of one media type of a content object. */
export function schemaOf(content: JsonObject, mediaType: string): Json | undefined {
  const entry = content[mediaType];
  return isObject(entry) ? entry.schema : undefined;
}
