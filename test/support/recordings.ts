import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { CONTRACT_DIRECTORY } from './openapi.ts';

const exchangeSchema = z.object({
  test: z.string(),
  step: z.string(),
  /** Null for the samples of errors, which stand outside of any scenario. */
  order: z.number().nullable(),
  elapsedSeconds: z.number().nullable(),
  method: z.string(),
  path: z.string(),
  /** Null where the specification at hand has no such operation. */
  pathTemplate: z.string().nullable(),
  operationId: z.string().nullable(),
  status: z.number(),
  headers: z.record(z.string(), z.string()),
  body: z.unknown(),
});

/** A recorded answer of the real Atlas; requests were not recorded. */
export type RecordedExchange = z.infer<typeof exchangeSchema>;

/** What happened in one run of the tests of MongoDB's own CLI. */
export interface Scenario {
  readonly name: string;
  readonly exchanges: readonly RecordedExchange[];
}

/** Lists the recorded scenarios, such as `TestSnapshots@2026-08-10`. */
export function scenarioNames(): readonly string[] {
  return readdirSync(join(CONTRACT_DIRECTORY, 'recordings')).filter((name) => name.includes('@'));
}

/** Loads one scenario, its exchanges in their order. */
export function loadScenario(name: string): Scenario {
  return { name, exchanges: load(name) };
}

/** Loads one example of each error answer ever recorded. */
export function loadErrors(): readonly RecordedExchange[] {
  return load('_errors');
}

function load(folder: string): readonly RecordedExchange[] {
  const directory = join(CONTRACT_DIRECTORY, 'recordings', folder);
  return readdirSync(directory)
    .toSorted()
    .map((file) => exchangeSchema.parse(JSON.parse(readFileSync(join(directory, file), 'utf8'))));
}

/** A replaying fetch, and what of the recording it has not answered yet. */
export interface Replay {
  readonly fetch: (input: string | URL | Request, init?: RequestInit) => Promise<Response>;
  readonly remaining: () => readonly RecordedExchange[];
}

/**
 * Answers requests with the recorded exchanges: each request gets the first one left with its method and path, whatever its
 * query, and what stood before it in the recording counts as passed over.
 */
export function replay(scenario: Pick<Scenario, 'name' | 'exchanges'>): Replay {
  let rest = scenario.exchanges;
  const fetch: Replay['fetch'] = async (input, init) => {
    const request = new Request(input, init);
    const path = new URL(request.url).pathname;
    const index = rest.findIndex((exchange) => exchange.method === request.method && samePath(exchange.path, path));
    const found = rest[index];
    if (found === undefined) throw new Error(`${scenario.name} has no (further) answer to ${request.method} ${path}`);
    rest = rest.slice(index + 1);
    return respond(found);
  };
  return { fetch, remaining: () => rest };
}

function samePath(recorded: string, requested: string): boolean {
  return decodeURIComponent(recorded) === decodeURIComponent(requested);
}

function respond({ status, headers, body }: RecordedExchange): Response {
  const empty = body === undefined || body === null;
  return new Response(empty ? null : JSON.stringify(body), { status, headers });
}
