import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import jsonPatch from 'fast-json-patch';
import { isObject, type Json, type JsonObject, listAt, objectAt, textAt } from './json.ts';

/** One operation of the Admin API, its references resolved one level deep. */
export interface Operation {
  readonly id: string;
  readonly method: string;
  readonly template: string;
  readonly parameters: readonly JsonObject[];
  /** Schemas of request bodies by media type; empty when the operation takes none. */
  readonly requestContent: JsonObject;
  /** Responses by status. */
  readonly responses: JsonObject;
}

/** The specification, relaxed to what real traffic needs. */
export interface OpenApiDocument {
  readonly operations: readonly Operation[];
  readonly schemas: JsonObject;
  /** Follows a `$ref` as long as there is one. */
  readonly resolve: (node: Json | undefined) => JsonObject;
}

/** Loads the subset of the specification and its relaxing patch. */
export function loadDocument(directory: string): OpenApiDocument {
  const read = (name: string): Json => JSON.parse(readFileSync(join(directory, name), 'utf8'));
  const patch = read('openapi-relax.patch.json');
  // The patch file is ours and holds nothing but RFC 6902 operations.
  const operations = patch as unknown as Parameters<typeof jsonPatch.applyPatch>[1];
  const root = jsonPatch.applyPatch(read('openapi-subset.json'), operations).newDocument;
  const resolve = (node: Json | undefined): JsonObject => {
    const reference = textAt(node, '$ref');
    if (reference !== undefined) return resolve(pointer(root, reference));
    return isObject(node) ? node : {};
  };
  return {
    operations: readOperations(root, resolve),
    schemas: objectAt(objectAt(root, 'components'), 'schemas'),
    resolve,
  };
}

function pointer(root: Json, reference: string): Json {
  const keys = reference.replace(/^#\//, '').split('/');
  return keys.reduce<Json>((node, key) => objectAt(node, key.replaceAll('~1', '/').replaceAll('~0', '~')), root);
}

function readOperations(root: Json, resolve: OpenApiDocument['resolve']): readonly Operation[] {
  return Object.entries(objectAt(root, 'paths')).flatMap(([template, item]) =>
    Object.entries(isObject(item) ? item : {}).flatMap(([method, operation]) => {
      const id = textAt(operation, 'operationId');
      if (id === undefined) return [];
      return {
        id,
        method: method.toUpperCase(),
        template,
        parameters: [...listAt(item, 'parameters'), ...listAt(operation, 'parameters')].map(resolve),
        requestContent: objectAt(resolve(objectAt(operation, 'requestBody')), 'content'),
        responses: objectAt(operation, 'responses'),
      };
    }),
  );
}

/** An operation found for a path, with the values of its path parameters. */
export interface OperationMatch {
  readonly operation: Operation;
  readonly pathParameters: ReadonlyMap<string, string>;
}

/** Finds the operation that serves a method and path; literal segments win over parameters. */
export function findOperation(
  operations: readonly Operation[],
  method: string,
  path: string,
): OperationMatch | undefined {
  const matches = operations
    .filter((operation) => operation.method === method.toUpperCase())
    .flatMap((operation) => {
      const pathParameters = matchPath(operation.template, path);
      return pathParameters === undefined ? [] : [{ operation, pathParameters }];
    });
  return matches.toSorted((a, b) => a.pathParameters.size - b.pathParameters.size)[0];
}

function matchPath(template: string, path: string): ReadonlyMap<string, string> | undefined {
  const expected = template.split('/');
  const actual = path.split('/');
  if (expected.length !== actual.length) return undefined;
  const parameters = new Map<string, string>();
  for (const [index, segment] of expected.entries()) {
    const value = actual[index] ?? '';
    const name = /^\{(.+)\}$/.exec(segment)?.[1];
    if (name === undefined && segment !== value) return undefined;
    if (name !== undefined && value === '') return undefined;
    if (name !== undefined) parameters.set(name, decodeURIComponent(value));
  }
  return parameters;
}
