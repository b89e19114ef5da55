import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { findOperation, loadDocument, type Operation, type OperationMatch } from './openapi/document.ts';
import { type Json, objectAt, textAt } from './openapi/json.ts';
import { bare, pickContent, schemaOf, versionOf } from './openapi/media-types.ts';
import { createSchemaCompiler } from './openapi/schema.ts';
import { unknownFields } from './openapi/unknown-fields.ts';

type HeaderSource = ConstructorParameters<typeof Headers>[0];

/** A request to Atlas and its answer. */
export interface Exchange {
  readonly method: string;
  /** Path and query, as sent. */
  readonly path: string;
  readonly requestHeaders?: HeaderSource | undefined;
  readonly requestBody?: unknown;
  readonly status: number;
  readonly responseHeaders: HeaderSource;
  /** The parsed body; undefined, null or '' when there was none. */
  readonly responseBody?: unknown;
}

/** The folder of the specification and the recordings, which are not part of this repository. */
export const CONTRACT_DIRECTORY = resolve(
  process.env.ATLAS_CONTRACT_DIR ?? join(import.meta.dirname, '../../../shared/atlas'),
);

/** Whether the specification is here; contract tests are skipped where it is not. */
export const contractAvailable = existsSync(join(CONTRACT_DIRECTORY, 'openapi-subset.json'));

if (!contractAvailable) {
  console.warn(`Contract tests are skipped: no openapi-subset.json in ${CONTRACT_DIRECTORY} (set ATLAS_CONTRACT_DIR).`);
}

interface Contract {
  readonly document: ReturnType<typeof loadDocument>;
  readonly compileRequest: ReturnType<typeof createSchemaCompiler>;
  readonly compileResponse: ReturnType<typeof createSchemaCompiler>;
}

let loaded: Contract | undefined;

function contract(): Contract {
  loaded ??= loadContract();
  return loaded;
}

function loadContract(): Contract {
  const document = loadDocument(CONTRACT_DIRECTORY);
  return {
    document,
    compileRequest: createSchemaCompiler(document.schemas, 'request'),
    compileResponse: createSchemaCompiler(document.schemas, 'response'),
  };
}

/** Names the operation that serves a request, if the specification has one. */
export function operationOf(method: string, path: string): string | undefined {
  return findOperation(contract().document.operations, method, path.split('?', 1)[0] ?? '')?.operation.id;
}

/** Checks an exchange against the specification and returns what breaks it, or nothing. */
export function checkExchange(exchange: Exchange): readonly string[] {
  const [path = '', query = ''] = exchange.path.split('?', 2);
  const match = findOperation(contract().document.operations, exchange.method, path);
  if (match === undefined) return [`${exchange.method} ${path}: no such operation in the specification`];
  const problems = [
    ...checkParameters(match, new URLSearchParams(query)),
    ...checkRequest(match.operation, exchange),
    ...checkResponse(match.operation, exchange),
  ];
  return problems.map((problem) => `${exchange.method} ${path} ${exchange.status}: ${problem}`);
}

function checkParameters({ operation, pathParameters }: OperationMatch, query: URLSearchParams): readonly string[] {
  const declared = (place: string) => operation.parameters.filter((parameter) => parameter.in === place);
  const given = [
    ...[...pathParameters].map(([name, value]) => ({ place: 'path', name, value })),
    ...[...query].map(([name, value]) => ({ place: 'query', name, value })),
  ];
  const wrong = given.flatMap(({ place, name, value }) => {
    const parameter = declared(place).find((candidate) => candidate.name === name);
    if (parameter === undefined) return [`unknown ${place} parameter "${name}"`];
    const schema = objectAt(parameter, 'schema');
    const type = textAt(schema, 'type');
    const typed = type === 'integer' || type === 'boolean' ? parsed(value) : type === 'array' ? [value] : value;
    const check = contract().compileRequest(`${operation.id} ${place} ${name}`, schema);
    return check(typed).map((problem) => `${place} parameter "${name}": ${problem}`);
  });
  const missing = declared('query').filter(({ name, required }) => required === true && !query.has(String(name)));
  return [...wrong, ...missing.map(({ name }) => `missing query parameter "${String(name)}"`)];
}

function parsed(value: string): unknown {
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}

function checkRequest(operation: Operation, { requestHeaders, requestBody, method }: Exchange): readonly string[] {
  if (requestHeaders === undefined && requestBody === undefined) return [];
  const headers = new Headers(requestHeaders);
  const accept = headers.get('accept') ?? '';
  const unversioned = requestHeaders !== undefined && versionOf(accept) === undefined;
  const problems = unversioned ? [`Accept "${accept}" names no version`] : [];
  if (requestBody === undefined) return problems;
  const mediaType = headers.get('content-type') ?? accept;
  const key = pickContent(operation.requestContent, mediaType);
  if (key === undefined) return [...problems, `takes no request body of type "${mediaType}"`];
  const { document, compileRequest } = contract();
  const schema = schemaOf(operation.requestContent, key);
  // A PATCH may leave out whatever it does not change.
  const { required, ...partial } = document.resolve(schema);
  const check = compileRequest(`${operation.id} request ${key}`, method.toUpperCase() === 'PATCH' ? partial : schema);
  // Bodies come from JSON.parse or are about to become JSON.
  const body = requestBody as Json;
  const faults = [...check(body), ...unknownFields(document, schema, body)];
  return [...problems, ...faults.map((fault) => `request ${fault}`)];
}

function checkResponse(operation: Operation, exchange: Exchange): readonly string[] {
  const { document, compileResponse } = contract();
  const { status, responseBody: body } = exchange;
  const response = operation.responses[String(status)];
  if (response === undefined) return [`status ${status} is not in the specification`];
  const content = objectAt(document.resolve(response), 'content');
  const empty = body === undefined || body === null || body === '';
  const expectsBody = Object.keys(content).some((key) => schemaOf(content, key) !== undefined);
  if (!expectsBody) return empty ? [] : ['has a body where the specification has none'];
  if (empty) return ['has no body'];
  const mediaType = bare(new Headers(exchange.responseHeaders).get('content-type') ?? '');
  const schema = schemaOf(content, mediaType);
  if (schema === undefined) return [`answers "${mediaType}", not one of ${Object.keys(content).join(', ')}`];
  const faults = compileResponse(`${operation.id} ${status} ${mediaType}`, schema)(body);
  const version = wrongVersion(exchange, { content: Object.keys(content), mediaType });
  return [...version, ...faults.map((fault) => `response ${fault}`)];
}

function wrongVersion(
  { requestHeaders }: Exchange,
  { content, mediaType }: { content: readonly string[]; mediaType: string },
): readonly string[] {
  const accept = requestHeaders === undefined ? '' : (new Headers(requestHeaders).get('accept') ?? '');
  if (versionOf(accept) === undefined || versionOf(mediaType) === undefined) return [];
  const expected = pickContent(Object.fromEntries(content.map((key) => [key, {}])), accept);
  return expected === mediaType ? [] : [`answers ${mediaType} where ${accept} gets ${expected ?? 'nothing'}`];
}
