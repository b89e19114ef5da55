import { describe, expect, it } from 'vitest';
import { operations } from '../../src/simulator/operations/table.ts';
import { checkedFetch } from '../support/checked-fetch.ts';
import { contractAvailable } from '../support/openapi.ts';
import { askAs, quietAtlas, replicaSet } from '../unit/simulator/ask.ts';

/** A world with everything in it, and a way to ask it whose every exchange is held against the specification. */
function checkedWorld() {
  const { atlas, clock } = quietAtlas();
  const databases = { shop: { orders: 10, lines: 20 } };
  const project = atlas.seedProject({ name: 'shop', tags: [{ key: 'team', value: 'payments' }] });
  const orders = atlas.seedCluster({ name: 'orders', backupEnabled: true, databases });
  const events = atlas.seedCluster({ name: 'events', tier: 'M30', shards: 2, backupEnabled: true, databases });
  atlas.seedCluster({ name: 'free', tier: 'M0' });
  atlas.seedCluster({ name: 'flexible', tier: 'FLEX' });
  atlas.seedCluster({ name: 'protected', terminationProtectionEnabled: true });
  const snapshot = atlas.seedSnapshot({ cluster: orders });
  const sharded = atlas.seedSnapshot({ cluster: events });
  const account = atlas.seedServiceAccount();
  const checked = checkedFetch(atlas.fetch);
  const ask = askAs({ ...atlas, fetch: checked.fetch }, account);
  return { atlas, clock, project, snapshot, sharded, ask, checked };
}

const flex = { name: 'new-flex', providerSettings: { backingProviderName: 'AWS', regionName: 'US_EAST_1' } };

/** Everything that succeeds, in an order in which it does. */
function successes({ project, snapshot, sharded }: ReturnType<typeof checkedWorld>) {
  const group = `/groups/${project.id}`;
  const snapshots = `${group}/clusters/orders/backup/snapshots`;
  const ofEvents = `${group}/clusters/events/backup/snapshots`;
  return [
    ['GET', ''],
    ['GET', '/orgs'],
    ['GET', `/orgs/${project.orgId}`],
    ['GET', `/orgs/${project.orgId}/groups`],
    ['GET', '/groups?itemsPerPage=1&pageNum=1&includeCount=false'],
    ['POST', '/groups', { name: 'new project', orgId: project.orgId, tags: [{ key: 'a', value: 'b' }] }],
    ['GET', group],
    ['GET', '/groups/byName/new%20project'],
    ['PATCH', group, { name: 'shop 2', tags: [] }],
    ['GET', '/clusters'],
    ['GET', `${group}/clusters`],
    ['GET', `${group}/clusters/orders`],
    ['GET', `${group}/clusters/events`],
    ['GET', `${group}/clusters/free`],
    ['GET', `${group}/clusters/orders/status`],
    ['POST', `${group}/clusters`, replicaSet('fresh', { tags: [{ key: 'a', value: 'b' }] })],
    ['PATCH', `${group}/clusters/protected`, { terminationProtectionEnabled: false }],
    ['DELETE', `${group}/clusters/protected`],
    ['GET', `${group}/flexClusters`],
    ['POST', `${group}/flexClusters`, flex],
    ['GET', `${group}/flexClusters/flexible`],
    ['PATCH', `${group}/flexClusters/flexible`, { tags: [{ key: 'a', value: 'b' }] }],
    ['GET', `${group}/flexClusters/flexible/backup/snapshots`],
    ['DELETE', `${group}/flexClusters/flexible`],
    ['GET', snapshots],
    ['POST', snapshots, { description: 'd', retentionInDays: 1 }],
    ['GET', `${snapshots}/${snapshot.id}`],
    ['PATCH', `${snapshots}/${snapshot.id}`, { retentionUnit: 'DAYS', retentionValue: 9 }],
    ['GET', `${snapshots}/${snapshot.id}/databases`],
    ['GET', `${snapshots}/${snapshot.id}/databases/shop`],
    ['GET', `${snapshots}/${snapshot.id}/databases/shop/collections`],
    ['GET', `${snapshots}/${snapshot.id}/databases/shop/collections/orders`],
    ['DELETE', `${snapshots}/${snapshot.id}`],
    ['GET', ofEvents],
    ['GET', `${ofEvents}/shardedClusters`],
    ['GET', `${ofEvents}/shardedCluster/${sharded.id}`],
    ['DELETE', `${ofEvents}/shardedCluster/${sharded.id}`],
  ] as const;
}

/** What Atlas refuses, and how. */
function refusals({ project, snapshot }: ReturnType<typeof checkedWorld>) {
  const group = `/groups/${project.id}`;
  return [
    [404, 'GET', `/groups/${'5f'.repeat(12)}`],
    [404, 'GET', '/groups/byName/none'],
    [409, 'POST', '/groups', { name: 'shop', orgId: project.orgId }],
    [409, 'DELETE', group],
    [404, 'GET', `${group}/clusters/none`],
    [400, 'GET', `${group}/clusters/flexible`],
    [400, 'GET', `${group}/flexClusters/orders`],
    [400, 'POST', `${group}/clusters`, replicaSet('orders')],
    [400, 'DELETE', `${group}/clusters/protected`],
    [400, 'PATCH', `${group}/clusters/free`, { tags: [] }],
    [400, 'POST', `${group}/clusters/free/backup/snapshots`, {}],
    [404, 'GET', `${group}/clusters/orders/backup/snapshots/${'5f'.repeat(12)}`],
    [404, 'GET', `${group}/clusters/orders/backup/snapshots/${snapshot.id}/databases/none`],
  ] as const;
}

describe.skipIf(!contractAvailable)('the simulated Atlas keeps to the specification', () => {
  it('in every success of every operation that it has', async () => {
    const world = checkedWorld();
    for (const [method, path, body] of successes(world)) {
      const answer = await world.ask(method, path, body === undefined ? {} : { body });
      expect([method, path, answer.status, answer.text]).toEqual([
        method,
        path,
        expect.toBeOneOf([200, 201, 202, 204]),
        expect.anything(),
      ]);
      world.clock.advance(1_000);
    }
    // A Flex cluster gets its first snapshot after a day.
    world.clock.advance(3 * 86_400_000);
    const { body } = await world.ask('GET', `/groups/${world.project.id}/flexClusters/new-flex/backup/snapshots`);
    await world.ask('GET', `/groups/${world.project.id}/flexClusters/new-flex/backup/snapshots/${body.results[0].id}`);
    const { body: created } = await world.ask('GET', '/groups/byName/new%20project');
    expect((await world.ask('DELETE', `/groups/${created.id}`)).status).toBe(202);
    expect(world.checked.problems.filter((problem) => !isKnownDeviation(problem))).toEqual([]);
    const specified = operations.map(({ operationId }) => operationId).filter((id) => id !== 'getCallerIpInfo');
    expect(specified.filter((id) => !world.checked.operations.has(id))).toEqual([]);
  });

  it('in what it refuses', async () => {
    const world = checkedWorld();
    for (const [status, method, path, body] of refusals(world)) {
      const answer = await world.ask(method, path, body === undefined ? {} : { body });
      expect([method, path, answer.status]).toEqual([method, path, status]);
      expect(answer.body).toMatchObject({ error: status, errorCode: expect.any(String), reason: expect.any(String) });
    }
    expect(world.checked.problems).toEqual([]);
  });
});

/** Atlas answers deletions with `202 {}`, which the specification does not know (notes, section 14). */
function isKnownDeviation(problem: string): boolean {
  return / 202: has a body where the specification has none$/.test(problem);
}
