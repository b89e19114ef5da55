import type { OpenApiDocument } from './document.ts';
import { isObject, type Json, type JsonObject, listAt, objectAt, textAt } from './json.ts';

/** Lists the fields of a request body that no schema knows: Atlas would refuse or, worse, ignore them. */
export function unknownFields(document: OpenApiDocument, schema: Json | undefined, body: Json): readonly string[] {
  return walk(document, [document.resolve(schema)], { value: body, path: '' });
}

function walk(
  document: OpenApiDocument,
  schemas: readonly JsonObject[],
  { value, path }: { value: Json; path: string },
): readonly string[] {
  if (Array.isArray(value)) {
    const items = schemas
      .flatMap((schema) => variants(document, schema, value))
      .flatMap((schema) => member(schema, 'items'));
    return value.flatMap((item: Json, index) => walk(document, items, { value: item, path: `${path}/${index}` }));
  }
  if (!isObject(value)) return [];
  const alternatives = schemas.flatMap((schema) => variants(document, schema, value));
  const open = alternatives.some((schema) => schema.additionalProperties !== undefined);
  if (open || !alternatives.some((schema) => schema.properties !== undefined)) return [];
  return Object.entries(value).flatMap(([name, field]) => {
    const known = alternatives.flatMap((schema) => member(objectAt(schema, 'properties'), name));
    if (known.length === 0) return [`${path}/${name} is not a field of the specification`];
    return walk(document, known, { value: field, path: `${path}/${name}` });
  });
}

function member(parent: JsonObject, name: string): readonly JsonObject[] {
  const value = parent[name];
  return isObject(value) ? [value] : [];
}

function variants(document: OpenApiDocument, node: JsonObject, value: Json): readonly JsonObject[] {
  const schema = document.resolve(node);
  const chosen = discriminated(schema, value);
  const parts = chosen ? [chosen] : [...listAt(schema, 'oneOf'), ...listAt(schema, 'anyOf')];
  const nested = [...listAt(schema, 'allOf'), ...parts].filter(isObject);
  return [schema, ...nested.flatMap((part) => variants(document, part, value))];
}

function discriminated(schema: JsonObject, value: Json): JsonObject | undefined {
  const discriminator = objectAt(schema, 'discriminator');
  const property = textAt(discriminator, 'propertyName');
  if (schema.oneOf === undefined || property === undefined) return undefined;
  const reference = textAt(objectAt(discriminator, 'mapping'), textAt(value, property) ?? '');
  return reference === undefined ? undefined : { $ref: reference };
}
