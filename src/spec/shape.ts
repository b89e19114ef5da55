import { z } from 'zod';
import { nearestNames } from '../atlas/nearest.ts';
import type { SpecIssue, SpecPath } from './context.ts';
import { type SpecDocument, specSchema } from './schema.ts';

export type Shape = { readonly spec: SpecDocument } | { readonly issues: readonly SpecIssue[] };

/** Checks the shape of a spec's content; every problem is found, with its place. */
export function checkShape(content: unknown): Shape {
  const parsed = specSchema.safeParse(content, { reportInput: false });
  if (parsed.success) return { spec: parsed.data };
  return { issues: parsed.error.issues.flatMap((issue) => say(issue, [], content)) };
}

function say(issue: z.core.$ZodIssue, above: SpecPath, content: unknown): readonly SpecIssue[] {
  const path = [...above, ...issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part))];
  if (issue.code === 'unrecognized_keys') {
    const known = knownKeys(path);
    return issue.keys.map((key) => ({ path: [...path, key], message: unknownKey(key, known), atKey: true }));
  }
  if (issue.code === 'invalid_key') {
    return [{ path, message: issue.issues[0]?.message ?? 'is not a valid key', atKey: true }];
  }
  if (issue.code === 'invalid_union') {
    const inner = issue.errors
      .flat()
      .filter(({ code, path: place }) => code === 'unrecognized_keys' || place.length > 0);
    if (inner.length > 0) return inner.flatMap((one) => say(one, path, content));
  }
  const value = valueAt(content, path);
  if (value === null) return [{ path, message: 'has no value' }];
  return [{ path, message: value === undefined ? 'is missing' : issue.message }];
}

function unknownKey(key: string, known: readonly string[]): string {
  const [nearest] = nearestNames(key, known, 1);
  if (nearest === undefined) return `is not a known key; known here: ${known.join(', ')}`;
  return `is not a known key; did you mean ${JSON.stringify(nearest)}?`;
}

function valueAt(content: unknown, path: SpecPath): unknown {
  let value = content;
  for (const part of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = Object.getOwnPropertyDescriptor(value, part)?.value;
  }
  return value;
}

/** Keys that the schema has at a place. */
function knownKeys(path: SpecPath): readonly string[] {
  let schema: unknown = unwrap(specSchema);
  for (const part of path) schema = unwrap(descend(schema, part));
  return schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
}

function descend(schema: unknown, part: string | number): unknown {
  if (schema instanceof z.ZodArray) return schema.element;
  return schema instanceof z.ZodObject ? schema.shape[part] : undefined;
}

function unwrap(schema: unknown): unknown {
  if (schema instanceof z.ZodOptional) return unwrap(schema.unwrap());
  if (schema instanceof z.ZodUnion) return schema.options.map(unwrap).find((option) => option instanceof z.ZodObject);
  return schema;
}
