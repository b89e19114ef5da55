import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import formats from 'ajv-formats';
import { isObject, type Json, type JsonObject, listAt, objectAt, textAt } from './json.ts';

type Direction = 'request' | 'response';

/** Validates a body and returns what is wrong with it. */
export type SchemaCheck = (value: unknown) => readonly string[];

/** Compiles OpenAPI 3.0 schemas for one direction, on demand; each schema is compiled once. */
export function createSchemaCompiler(schemas: JsonObject, direction: Direction) {
  const ajv = new Ajv({ strict: false, allErrors: true, validateSchema: false, code: { regExp: lenientRegExp } });
  formats.default(ajv);
  ajv.addSchema({ $id: 'atlas', components: { schemas: convertAll(schemas, direction) } });
  const compiled = new Map<string, ValidateFunction>();
  return (key: string, schema: Json | undefined): SchemaCheck => {
    const validate = compiled.get(key) ?? ajv.compile(convert(schema ?? {}, direction));
    compiled.set(key, validate);
    return (value) => (validate(value) ? [] : (validate.errors ?? []).filter(isCause).map(describe));
  };
}

// Some patterns of the specification need the u flag (`\p{L}`), others do not compile with it (`\:`).
const lenientRegExp = Object.assign(
  (pattern: string): RegExp => {
    try {
      return new RegExp(pattern, 'u');
    } catch {
      return new RegExp(pattern);
    }
  },
  { code: 'new RegExp' },
);

function isCause({ keyword }: ErrorObject): boolean {
  return keyword !== 'if';
}

function describe({ instancePath, message, params }: ErrorObject): string {
  const detail = 'allowedValues' in params ? `: ${JSON.stringify(params.allowedValues)}` : '';
  return `${instancePath === '' ? 'body' : instancePath} ${message ?? 'is invalid'}${detail}`;
}

function convertAll(schemas: JsonObject, direction: Direction): JsonObject {
  return Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, convert(schema, direction)]));
}

function convert(schema: Json, direction: Direction): JsonObject {
  if (!isObject(schema)) return {};
  const reference = textAt(schema, '$ref');
  if (reference !== undefined) return orNull(schema, { $ref: `atlas${reference}` });
  const { nullable: _, discriminator, required, ...rest } = schema;
  const converted: Record<string, Json> = {};
  for (const [key, value] of Object.entries(rest)) converted[key] = convertKeyword(key, value, direction);
  const enforced = requiredNames(schema, direction);
  if (enforced.length > 0) converted.required = enforced;
  return orNull(schema, isObject(discriminator) ? discriminate(converted, discriminator) : converted);
}

function convertKeyword(key: string, value: Json, direction: Direction): Json {
  if (key === 'items' || key === 'additionalProperties' || key === 'not') {
    return isObject(value) ? convert(value, direction) : value;
  }
  if ((key === 'allOf' || key === 'anyOf' || key === 'oneOf') && Array.isArray(value)) {
    return value.map((part: Json) => convert(part, direction));
  }
  if (key === 'properties') return convertProperties(value, direction);
  return value;
}

// A password in an answer is as wrong as a field of the wrong type.
function convertProperties(properties: Json, direction: Direction): Json {
  const entries = Object.entries(isObject(properties) ? properties : {});
  const absent = (name: string): boolean => direction === 'response' && name === 'password';
  return Object.fromEntries(
    entries.map(([name, schema]) => {
      const hidden = absent(name) && isObject(schema) && schema.writeOnly === true;
      return [name, hidden ? false : convert(schema, direction)];
    }),
  );
}

// What the server makes is not required of a request, what only the client knows not of an answer. The specification
// marks the user's groupId as the client's, yet Atlas takes it from the path.
function requiredNames(schema: JsonObject, direction: Direction): readonly string[] {
  const excused = direction === 'request' ? 'readOnly' : 'writeOnly';
  return listAt(schema, 'required').filter(
    (name): name is string =>
      typeof name === 'string' &&
      objectAt(objectAt(schema, 'properties'), name)[excused] !== true &&
      !(direction === 'request' && name === 'groupId'),
  );
}

// Only unions need their discriminator turned into conditions; in a base type it would recurse through its subtypes.
function discriminate(schema: JsonObject, discriminator: JsonObject): JsonObject {
  const { oneOf, ...rest } = schema;
  const property = textAt(discriminator, 'propertyName');
  if (oneOf === undefined || property === undefined) return schema;
  const mapping = Object.entries(objectAt(discriminator, 'mapping'));
  return {
    ...rest,
    type: 'object',
    properties: { ...objectAt(rest, 'properties'), [property]: { enum: mapping.map(([value]) => value) } },
    allOf: mapping.map(([value, reference]) => ({
      if: { properties: { [property]: { const: value } }, required: [property] },
      // biome-ignore lint/suspicious/noThenProperty: the keyword of JSON Schema
      then: { $ref: `atlas${String(reference)}` },
    })),
  };
}

function orNull(original: JsonObject, schema: JsonObject): JsonObject {
  return original.nullable === true ? { anyOf: [{ type: 'null' }, schema] } : schema;
}
