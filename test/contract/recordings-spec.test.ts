import { describe, expect, it } from 'vitest';
import { checkExchange, contractAvailable, operationOf } from '../support/openapi.ts';
import { loadErrors, loadScenario, type RecordedExchange, scenarioNames } from '../support/recordings.ts';

const EMPTY_OBJECT = 'has a body where the specification has none';
const NO_BODY = 'has no body';

/** Where real traffic breaks even the relaxed specification (api-notes.md, section 14). */
function isKnownDeviation({ status, body }: RecordedExchange, problem: string): boolean {
  const emptyObject = JSON.stringify(body) === '{}' && problem.endsWith(EMPTY_OBJECT);
  return (status === 202 && emptyObject) || (status === 401 && problem.endsWith(NO_BODY));
}

function problemsOf(exchanges: readonly RecordedExchange[]): readonly string[] {
  const known = exchanges.filter(({ method, path }) => operationOf(method, path) !== undefined);
  return known.flatMap((exchange) =>
    checkExchange({ ...exchange, responseHeaders: exchange.headers, responseBody: exchange.body }).filter(
      (problem) => !isKnownDeviation(exchange, problem),
    ),
  );
}

describe.skipIf(!contractAvailable)('recorded answers of Atlas keep to the relaxed specification', () => {
  it.each(contractAvailable ? scenarioNames() : [])('%s', (name) => {
    expect(problemsOf(loadScenario(name).exchanges)).toEqual([]);
  });

  it('all 561 of the 41 scenarios, but for two calls of the old v1.0 interface', () => {
    expect(scenarioNames()).toHaveLength(41);
    const exchanges = scenarioNames().flatMap((name) => loadScenario(name).exchanges);
    const outside = exchanges.filter(({ method, path }) => operationOf(method, path) === undefined);
    expect(exchanges).toHaveLength(561);
    expect(outside.filter(({ path }) => !path.startsWith('/api/atlas/v1.0/'))).toEqual([]);
    expect(outside).toHaveLength(2);
  });

  it('one example of each error, but for three of live migrations and online archives', () => {
    const errors = loadErrors();
    expect(problemsOf(errors)).toEqual([]);
    const outside = errors.filter(({ method, path }) => operationOf(method, path) === undefined);
    expect(outside.map(({ operationId }) => operationId)).toEqual([
      'deleteOrgLiveMigrationLinkTokens',
      'deleteOrgLiveMigrationLinkTokens',
      'updateGroupClusterOnlineArchive',
    ]);
  });

  it.each(contractAvailable ? scenarioNames() : [])('under the operation that %s names', (name) => {
    const { exchanges } = loadScenario(name);
    const operations = exchanges.map(({ method, path }) => operationOf(method, path) ?? null);
    expect(operations).toEqual(exchanges.map(({ operationId }) => operationId));
  });
});
