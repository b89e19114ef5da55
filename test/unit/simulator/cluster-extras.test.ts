import { describe, expect, it } from 'vitest';
import { askAs, quietAtlas } from './ask.ts';

function stage() {
  const { atlas, clock } = quietAtlas();
  const project = atlas.seedProject();
  const ask = askAs(atlas, atlas.seedServiceAccount());
  return { atlas, clock, ask, group: `/groups/${project.id}` };
}

describe('process arguments', () => {
  it('show what is unset as null and keep what is set', async () => {
    const { atlas, ask, group } = stage();
    atlas.seedCluster({ name: 'orders' });
    const path = `${group}/clusters/orders/processArgs`;
    expect((await ask('GET', path)).body).toMatchObject({ javascriptEnabled: true, oplogSizeMB: null });
    const changed = await ask('PATCH', path, { body: { javascriptEnabled: false, oplogSizeMB: 2000 } });
    expect(changed).toMatchObject({ status: 200, body: { javascriptEnabled: false, oplogSizeMB: 2000 } });
    expect((await ask('GET', path)).body).toEqual(changed.body);
    expect(changed.body).not.toHaveProperty('defaultReadConcern');
    expect((await ask('GET', path, { date: '2023-01-01' })).body.defaultReadConcern).toBeNull();
    expect((await ask('GET', `${group}/clusters/orders/status`)).body.changeStatus).toBe('PENDING');
  });

  it('are not for tenants, and are checked', async () => {
    const { atlas, ask, group } = stage();
    atlas.seedCluster({ name: 'orders' });
    atlas.seedCluster({ name: 'free', tier: 'M0' });
    const patch = async (name: string, body: object) =>
      (await ask('PATCH', `${group}/clusters/${name}/processArgs`, { body })).body.errorCode;
    expect(await patch('free', { noTableScan: true })).toBe('TENANT_CLUSTER_PROCESS_ARGS_NOT_SUPPORTED');
    expect(await patch('orders', { noTableScan: 'yes' })).toBe('INVALID_JSON_ATTRIBUTE');
    expect(await patch('orders', { tableScan: true })).toBe('INVALID_ATTRIBUTE');
  });
});

describe('the regions of the providers', () => {
  it('are listed by provider and tier', async () => {
    const { ask, group } = stage();
    const { body } = await ask('GET', `${group}/clusters/provider/regions?providers=AWS&tier=M10`);
    expect(body).toMatchObject({ totalCount: 1, results: [{ provider: 'AWS', instanceSizes: [{ name: 'M10' }] }] });
    expect(body.results[0].instanceSizes[0].availableRegions).toContainEqual({ default: true, name: 'US_EAST_1' });
    const all = await ask('GET', `${group}/clusters/provider/regions?providers=AWS&providers=GCP`);
    expect(all.body.results.map(({ provider }: { provider: string }) => provider)).toEqual(['AWS', 'GCP']);
  });
});

describe('sample data', () => {
  it('are there after a while, and in the next snapshot', async () => {
    const { atlas, clock, ask, group } = stage();
    atlas.state.durations.sampleLoad = 49;
    const cluster = atlas.seedCluster({ name: 'orders' });
    const started = await ask('POST', `${group}/sampleDatasetLoad/orders`);
    expect(started).toMatchObject({
      status: 201,
      body: { state: 'WORKING', completeDate: null, clusterName: 'orders' },
    });
    const path = `${group}/sampleDatasetLoad/${started.body._id}`;
    expect((await ask('GET', path)).body).toEqual(started.body);
    clock.advance(49_000);
    expect((await ask('GET', path)).body).toMatchObject({ state: 'COMPLETED', completeDate: '2026-09-01T08:00:49Z' });
    expect(Object.keys(atlas.dataOf(cluster))).toContain('sample_mflix');
  });
});

describe('private connection strings', () => {
  it('are there for peerings and private endpoints on request', async () => {
    const { atlas, ask, group } = stage();
    const { hosts } = atlas.seedCluster({
      name: 'orders',
      privateAccess: {
        peering: true,
        endpoints: [{ endpointId: 'vpce-1' }, { endpointId: 'b', providerName: 'AZURE' }],
      },
    });
    const { connectionStrings } = (await ask('GET', `${group}/clusters/orders`)).body;
    expect(connectionStrings).toMatchObject({
      standardSrv: `mongodb+srv://orders.${hosts.suffix}`,
      privateSrv: `mongodb+srv://orders-pri.${hosts.suffix}`,
      private: expect.stringMatching(/^mongodb:\/\/orders-shard-00-00-pri\./),
      awsPrivateLinkSrv: { 'vpce-1': `mongodb+srv://orders-pl-0.${hosts.suffix}` },
      privateEndpoint: [
        {
          connectionString: expect.stringContaining(`mongodb://pl-0-us-east-1.${hosts.suffix}:1024,`),
          srvConnectionString: `mongodb+srv://orders-pl-0.${hosts.suffix}`,
          endpoints: [{ endpointId: 'vpce-1', providerName: 'AWS', region: 'US_EAST_1' }],
          type: 'MONGOD',
        },
        { srvConnectionString: `mongodb+srv://orders-pl-1.${hosts.suffix}` },
      ],
    });
  });

  it('know the shape of sharded clusters, and are absent otherwise', async () => {
    const { atlas, ask, group } = stage();
    atlas.seedCluster({ name: 'events', tier: 'M30', shards: 2, privateAccess: { endpoints: [{ endpointId: 'a' }] } });
    atlas.seedCluster({ name: 'orders' });
    const strings = async (name: string) => (await ask('GET', `${group}/clusters/${name}`)).body.connectionStrings;
    expect((await strings('events')).privateEndpoint).toMatchObject([
      { type: 'MONGOS', srvShardOptimizedConnectionString: expect.stringContaining('events-pl-0-lb.') },
    ]);
    expect(Object.keys(await strings('orders'))).toEqual(['standard', 'standardSrv']);
  });
});
