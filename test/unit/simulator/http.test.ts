import { describe, expect, it } from 'vitest';
import { askAs, quietAtlas } from './ask.ts';

function stage(options: Parameters<typeof quietAtlas>[0] = {}) {
  const { atlas, clock } = quietAtlas(options);
  const project = atlas.seedProject();
  return { atlas, clock, project, ask: askAs(atlas, atlas.seedServiceAccount()) };
}

describe('versions', () => {
  it('are negotiated to the newest that is not later than asked, and named in the answer', async () => {
    const { ask, project } = stage();
    const list = async (date: string) => (await ask('GET', `/groups/${project.id}/clusters`, { date })).headers;
    expect((await list('2025-03-12')).get('content-type')).toBe('application/vnd.atlas.2024-08-05+json;charset=utf-8');
    expect((await list('2024-08-04')).get('content-type')).toBe('application/vnd.atlas.2023-02-01+json;charset=utf-8');
  });

  it('that are superseded say so, in the spelling of Atlas', async () => {
    const { ask, project } = stage();
    const { headers } = await ask('GET', `/groups/${project.id}/clusters`, { date: '2023-02-01' });
    expect(headers.get('deprecation')).toBe('Mon, 5 Aug 2024 00:00:00 GMT');
    expect(headers.get('sunset')).toBe('Thu, 1 Jul 2027 00:00:00 GMT');
    const newest = await ask('GET', `/groups/${project.id}/clusters`, { date: '2024-08-05' });
    expect(newest.headers.get('deprecation')).toBeNull();
  });

  it('that are past their sunset are gone', async () => {
    const { ask, project, clock } = stage();
    clock.advance(365 * 24 * 3600 * 1000);
    const { body } = await ask('GET', `/groups/${project.id}/clusters`, { date: '2023-02-01' });
    expect(body).toMatchObject({ error: 410, errorCode: 'VERSION_GONE' });
  });

  it.each([
    'application/json',
    '*/*',
    'application/vnd.atlas.2022-01-01+json',
    'application/vnd.atlas.2023-02-31+json',
  ])('cannot be read from %s', async (Accept) => {
    const { ask } = stage();
    const { body } = await ask('GET', '/groups', { headers: { Accept } });
    expect(body).toMatchObject({
      detail: 'Invalid accept header or version date.',
      error: 406,
      errorCode: 'INVALID_VERSION_DATE',
    });
  });
});

describe('answers', () => {
  it('carry the headers of Atlas', async () => {
    const { ask } = stage();
    const { headers } = await ask('GET', '/groups');
    expect(Object.fromEntries(headers)).toMatchObject({
      server: 'mdbws',
      'strict-transport-security': 'max-age=31536000; includeSubdomains;',
      'x-content-type-options': 'nosniff',
      'x-java-method': 'ApiAtlasGroupsResource::getAllGroups',
      'ratelimit-limit': '1200',
      'ratelimit-remaining': '1199',
    });
  });

  it('of an error are plain JSON with the keys in order and the code in a header', async () => {
    const { ask, project } = stage();
    const { text, headers } = await ask('GET', `/groups/${project.id}/clusters/none`);
    expect(text).toBe(
      `{"detail":"No cluster named none exists in group ${project.id}.","error":404,"errorCode":"CLUSTER_NOT_FOUND","parameters":["none","${project.id}"],"reason":"Not Found"}`,
    );
    expect(headers.get('content-type')).toBe('application/json');
    expect(headers.get('x-error-code')).toBe('CLUSTER_NOT_FOUND');
  });

  it('can be pretty, and in an envelope', async () => {
    const { ask, project } = stage();
    expect((await ask('GET', `/groups/${project.id}?pretty=true`)).text).toContain('{\n  "clusterCount": 0,');
    expect((await ask('GET', `/groups/${project.id}?envelope=true`)).body).toMatchObject({
      status: 200,
      content: { id: project.id },
    });
    expect((await ask('GET', '/groups?envelope=true')).body).toMatchObject({ status: 200, totalCount: 1 });
  });
});

describe('pages', () => {
  it('link to their neighbours and count the whole', async () => {
    const { ask, atlas } = stage();
    for (const name of ['b', 'c', 'd', 'e']) atlas.seedProject({ name });
    const { body } = await ask('GET', '/groups?itemsPerPage=2&pageNum=2');
    expect(body.results.map(({ name }: { name: string }) => name)).toEqual(['c', 'd']);
    expect(body.totalCount).toBe(5);
    const page = (query: string) => `https://cloud.mongodb.com/api/atlas/v2/groups?${query}`;
    expect(body.links).toEqual([
      { href: page('includeCount=true&itemsPerPage=2&pageNum=1'), rel: 'previous' },
      { href: page('includeCount=true&pageNum=2&itemsPerPage=2'), rel: 'self' },
      { href: page('includeCount=true&itemsPerPage=2&pageNum=3'), rel: 'next' },
    ]);
  });

  it('leave the count out when asked', async () => {
    const { ask } = stage();
    expect((await ask('GET', '/groups?includeCount=false')).body).not.toHaveProperty('totalCount');
  });

  it.each(['pageNum=0', 'pageNum=x', 'itemsPerPage=0', 'itemsPerPage=501'])('refuse %s', async (query) => {
    const { ask } = stage();
    expect((await ask('GET', `/groups?${query}`)).body).toMatchObject({
      error: 400,
      errorCode: 'INVALID_QUERY_PARAMETER',
    });
  });
});

describe('requests that fit nothing', () => {
  it('get 404 for the path and 405 for the method', async () => {
    const { ask } = stage();
    expect((await ask('GET', '/nothing')).body).toMatchObject({ error: 404, errorCode: 'RESOURCE_NOT_FOUND' });
    const wrong = await ask('PUT', '/groups', { body: {} });
    expect([wrong.status, wrong.headers.get('allow')]).toEqual([405, 'GET, POST']);
  });

  it('get 400 for broken JSON, JSON of the wrong form and fields of the wrong type', async () => {
    const { ask, project } = stage();
    const patch = async (body: unknown) => (await ask('PATCH', `/groups/${project.id}`, { body })).body.errorCode;
    expect(await patch('{"name":')).toBe('MALFORMED_JSON');
    expect(await patch('[]')).toBe('INVALID_JSON');
    expect(await patch({ name: 7 })).toBe('INVALID_JSON_ATTRIBUTE');
  });

  it('get 415 for a body that is not JSON by its type', async () => {
    const { ask, project } = stage();
    const asking = { body: '{}', headers: { 'Content-Type': 'text/plain' } };
    expect((await ask('PATCH', `/groups/${project.id}`, asking)).status).toBe(415);
  });
});

describe('token buckets', () => {
  it('run empty, say when to come back and fill up again', async () => {
    const { ask, clock } = stage({ rateLimits: { organizations: { capacity: 3, refill: 1, periodSeconds: 6 } } });
    const statuses = [];
    for (let count = 0; count < 4; count += 1) statuses.push((await ask('GET', '/orgs')).status);
    expect(statuses).toEqual([200, 200, 200, 429]);
    const { body, headers } = await ask('GET', '/orgs');
    expect(body).toEqual({
      detail:
        'Rate limit exceeded for api/atlas/v2/orgs. Please retry after 6 seconds. Request capacity: 3. Refill rate: 1 per 6 seconds.',
      error: 429,
      errorCode: 'RATE_LIMITED_TOKEN_BUCKET',
      parameters: ['api/atlas/v2/orgs', 6, 3, 1, 6],
      reason: 'Too Many Requests',
    });
    expect([headers.get('retry-after'), headers.get('ratelimit-remaining')]).toEqual(['6', '0']);
    clock.advance(6000);
    expect((await ask('GET', '/orgs')).status).toBe(200);
  });

  it('are separate for each project', async () => {
    const { ask, atlas, project } = stage();
    const other = atlas.seedProject({ name: 'other' });
    await ask('GET', `/groups/${project.id}`);
    expect((await ask('GET', `/groups/${other.id}`)).headers.get('ratelimit-remaining')).toBe('1199');
    expect((await ask('GET', `/groups/${project.id}`)).headers.get('ratelimit-remaining')).toBe('1198');
  });
});
