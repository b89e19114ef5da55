import { atlasError } from './errors.ts';
import { isJsonObject, type Json, type JsonObject } from './json.ts';

/** Takes a request body that must be an object. */
export function objectBody(body: Json | undefined): JsonObject {
  if (!isJsonObject(body)) throw atlasError('INVALID_JSON');
  return body;
}

/** Takes the body of a PATCH, where a field that is null says as little as one that is absent. */
export function changesIn(body: Json | undefined): JsonObject {
  return Object.fromEntries(Object.entries(objectBody(body)).filter(([, value]) => value !== null));
}

/** Reads a text field; absent and null give undefined. */
export function optionalText(object: JsonObject, name: string): string | undefined {
  return optional(object, name, (value) => typeof value === 'string');
}

/** Reads a text field that must be there. */
export function requiredText(object: JsonObject, name: string): string {
  return required(name, optionalText(object, name));
}

/** Reads a true-or-false field; absent and null give undefined. */
export function optionalFlag(object: JsonObject, name: string): boolean | undefined {
  return optional(object, name, (value) => typeof value === 'boolean');
}

/** Reads a number; absent and null give undefined. */
export function optionalNumber(object: JsonObject, name: string): number | undefined {
  return optional(object, name, (value) => typeof value === 'number');
}

/** Reads an object field; absent and null give undefined. */
export function optionalObject(object: JsonObject, name: string): JsonObject | undefined {
  return optional(object, name, isJsonObject);
}

/** Reads an object field that must be there. */
export function requiredObject(object: JsonObject, name: string): JsonObject {
  return required(name, optionalObject(object, name));
}

/** Reads a list of objects; absent and null give undefined. */
export function optionalObjects(object: JsonObject, name: string): readonly JsonObject[] | undefined {
  return optional(object, name, (value): value is readonly JsonObject[] => {
    return Array.isArray(value) && value.every(isJsonObject);
  });
}

/** Reads a list of objects that must be there. */
export function requiredObjects(object: JsonObject, name: string): readonly JsonObject[] {
  return required(name, optionalObjects(object, name));
}

/** Takes a field that must not be missing. */
export function required<Value>(name: string, value: Value | undefined): Value {
  if (value === undefined) throw atlasError('MISSING_ATTRIBUTE', name);
  return value;
}

/** Takes one of a fixed set of values. */
export function oneOf<Value extends string>(allowed: readonly Value[], value: string): Value {
  const known = allowed.find((candidate) => candidate === value);
  if (known === undefined) throw atlasError('INVALID_ENUM_VALUE', value);
  return known;
}

function optional<Value extends Json>(
  object: JsonObject,
  name: string,
  isRight: (value: Json) => value is Value,
): Value | undefined {
  const value = object[name];
  if (value === undefined || value === null) return undefined;
  if (!isRight(value)) throw atlasError('INVALID_JSON_ATTRIBUTE', name);
  return value;
}
