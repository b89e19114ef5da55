import { describe, expect, it } from 'vitest';
import { checkExchange, contractAvailable, type Exchange, operationOf } from '../../support/openapi.ts';
import { loadScenario, replay } from '../../support/recordings.ts';

const GROUP = '/api/atlas/v2/groups/6a793f62c0eb9e7a1771502a';
const V1 = 'application/vnd.atlas.2023-01-01+json';
const V2024 = 'application/vnd.atlas.2024-08-05+json';
const CLUSTER = {
  name: 'orders',
  clusterType: 'REPLICASET',
  replicationSpecs: [
    {
      regionConfigs: [
        {
          providerName: 'AWS',
          regionName: 'US_EAST_1',
          priority: 7,
          electableSpecs: { instanceSize: 'M10', nodeCount: 3 },
        },
      ],
    },
  ],
};

/** Checks a request that Atlas would answer well, changed in one respect; the method and path are left out of problems. */
function problems(change: Partial<Exchange>): readonly string[] {
  const exchange: Exchange = {
    method: 'POST',
    path: `${GROUP}/clusters`,
    requestHeaders: { accept: V2024, 'content-type': V2024 },
    requestBody: CLUSTER,
    status: 201,
    responseHeaders: { 'content-type': `${V2024};charset=utf-8` },
    responseBody: { ...CLUSTER, stateName: 'CREATING' },
    ...change,
  };
  return checkExchange(exchange).map((problem) => problem.replace(/^\w+ \S+ (\d+: )?/, ''));
}

const user = (body: unknown): Partial<Exchange> => ({
  path: `${GROUP}/databaseUsers`,
  requestHeaders: { accept: V1, 'content-type': V1 },
  requestBody: body,
  responseHeaders: { 'content-type': V1 },
  responseBody: { username: 'app', databaseName: 'admin', roles: [] },
});
const [region] = CLUSTER.replicationSpecs[0]?.regionConfigs ?? [];
const inRegion = (change: object) => ({
  ...CLUSTER,
  replicationSpecs: [{ regionConfigs: [{ ...region, ...change }] }],
});

describe.skipIf(!contractAvailable)('checkExchange', () => {
  it('finds nothing wrong with a right exchange', () => {
    expect(problems({})).toEqual([]);
    expect(
      problems({ method: 'PATCH', path: `${GROUP}/clusters/orders`, status: 200, requestBody: { tags: [] } }),
    ).toEqual([]);
    expect(problems(user({ username: 'app', databaseName: 'admin', roles: [], password: 'x'.repeat(9) }))).toEqual([]);
    expect(
      problems({
        path: `${GROUP}/accessList?pageNum=2&includeCount=true`,
        method: 'GET',
        requestHeaders: { accept: V1 },
        requestBody: undefined,
        status: 200,
        responseHeaders: { 'content-type': V1 },
        responseBody: { results: [] },
      }),
    ).toEqual([]);
  });

  it.each<readonly [string, Partial<Exchange>, RegExp]>([
    ['an unknown path', { path: `${GROUP}/kluster` }, /no such operation/],
    [
      'a malformed id',
      { path: '/api/atlas/v2/groups/nonsense/clusters' },
      /path parameter "groupId": body must match pattern/,
    ],
    ['an unknown query parameter', { path: `${GROUP}/clusters?dryrun=true` }, /unknown query parameter "dryrun"/],
    [
      'a query parameter of the wrong type',
      { path: `${GROUP}/clusters?pretty=maybe` },
      /query parameter "pretty": body must be boolean/,
    ],
    ['a request without a version', { requestHeaders: { accept: '*/*', 'content-type': V2024 } }, /names no version/],
    [
      'a version older than any',
      { requestHeaders: { accept: V2024, 'content-type': 'application/vnd.atlas.2022-01-01+json' } },
      /takes no request body/,
    ],
    [
      'a misspelt request field',
      { requestBody: { ...CLUSTER, clustertype: 'X' } },
      /request \/clustertype is not a field/,
    ],
    [
      'a misspelt field deep inside',
      { requestBody: inRegion({ electableSpec: {} }) },
      /request \/replicationSpecs\/0\/regionConfigs\/0\/electableSpec is not a field/,
    ],
    [
      'a wrong type in the request',
      { requestBody: inRegion({ priority: 'high' }) },
      /request \/replicationSpecs\/0\/regionConfigs\/0\/priority must be integer/,
    ],
    [
      'a value outside of an enumeration',
      { requestBody: inRegion({ providerName: 'IBM' }) },
      /providerName must be equal to one of/,
    ],
    [
      'a required request field left out',
      user({ username: 'app', databaseName: 'admin' }),
      /request body must have required property 'roles'/,
    ],
    ['an undocumented status', { status: 207 }, /status 207 is not in the specification/],
    [
      'an unversioned answer',
      { responseHeaders: { 'content-type': 'application/json' } },
      /answers "application\/json", not one of/,
    ],
    [
      'an answer of another version',
      {
        requestHeaders: { accept: 'application/vnd.atlas.2025-01-01+json', 'content-type': V2024 },
        responseHeaders: { 'content-type': 'application/vnd.atlas.2023-02-01+json' },
      },
      /where application\/vnd\.atlas\.2025-01-01\+json gets application\/vnd\.atlas\.2024-10-23\+json/,
    ],
    ['an answer of the wrong type', { responseBody: { name: 7 } }, /response \/name must be string/],
    [
      'a malformed date',
      { responseBody: { createDate: '21 Nov' } },
      /response \/createDate must match format "date-time"/,
    ],
    ['a missing answer', { responseBody: undefined }, /has no body/],
    [
      'a body that nobody asked for',
      {
        method: 'DELETE',
        path: `${GROUP}/accessList/1.2.3.4`,
        requestBody: undefined,
        status: 204,
        responseBody: { a: 1 },
      },
      /has a body/,
    ],
    [
      'a password in an answer',
      {
        ...user({ username: 'a', databaseName: 'admin', roles: [] }),
        responseBody: { username: 'app', databaseName: 'admin', roles: [], password: 'x' },
      },
      /response \/password boolean schema is false/,
    ],
    [
      'an error without its code type',
      { status: 404, responseHeaders: { 'content-type': 'application/json' }, responseBody: { error: 'gone' } },
      /response \/error must be integer/,
    ],
  ])('finds %s', (_, change, message) => {
    expect(problems(change)).toEqual(expect.arrayContaining([expect.stringMatching(message)]));
  });

  it('names operations, literal segments winning', () => {
    expect(operationOf('GET', `${GROUP}/clusters/provider/regions?x=1`)).toBe('listGroupClusterProviderRegions');
    expect(operationOf('GET', '/api/private/ipinfo')).toBeUndefined();
  });
});

describe.skipIf(!contractAvailable)('replay', () => {
  const base = 'https://cloud.mongodb.com';

  it('answers with the recorded exchanges in order, whatever the query', async () => {
    const { fetch, remaining } = replay(loadScenario('TestAccessList@2026-08-10'));
    const list = await fetch(`${base}${GROUP}/accessList?itemsPerPage=500`);
    expect(list.status).toBe(200);
    expect(list.headers.get('content-type')).toContain(V1);
    expect(await list.json()).toMatchObject({ totalCount: 1 });
    expect(remaining()).toHaveLength(6);
    const gone = await fetch(`${base}${GROUP}/accessList/192.168.0.243`, { method: 'DELETE' });
    expect([gone.status, await gone.text()]).toEqual([204, '']);
  });

  it('refuses what was not recorded', async () => {
    const { fetch } = replay(loadScenario('TestAccessList@2026-08-10'));
    await expect(fetch(`${base}${GROUP}/clusters`)).rejects.toThrow(
      'TestAccessList@2026-08-10 has no (further) answer to GET',
    );
  });
});
