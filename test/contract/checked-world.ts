import { checkedFetch } from '../support/checked-fetch.ts';
import { askAs, quietAtlas } from '../unit/simulator/ask.ts';

const endpoints = [{ endpointId: 'vpce-0123' }];

/** A world with everything in it, and a way to ask it whose every exchange is held against the specification. */
export function checkedWorld() {
  const { atlas, clock } = quietAtlas();
  const databases = { shop: { orders: 10, lines: 20 } };
  const project = atlas.seedProject({ name: 'shop', tags: [{ key: 'team', value: 'payments' }] });
  const orders = atlas.seedCluster({ name: 'orders', backupEnabled: true, databases });
  const events = atlas.seedCluster({ name: 'events', tier: 'M30', shards: 2, backupEnabled: true, databases });
  atlas.seedCluster({ name: 'inside', privateAccess: { peering: true, endpoints } });
  atlas.seedCluster({ name: 'free', tier: 'M0' });
  atlas.seedCluster({ name: 'growing', tier: 'FLEX' });
  for (const entry of ['192.0.2.1', '198.51.100.0/24']) atlas.seedAccessEntry({ entry });
  atlas.seedDatabaseUser({ username: 'admin', roles: ['atlasAdmin@admin'], description: 'for people' });
  atlas.seedCluster({ name: 'flexible', tier: 'FLEX' });
  atlas.seedCluster({ name: 'protected', terminationProtectionEnabled: true });
  const source = atlas.seedCluster({ name: 'source', backupEnabled: true, pitEnabled: true, databases });
  atlas.seedCluster({ name: 'target' });
  const flexSource = atlas.seedCluster({ name: 'flex-source', tier: 'FLEX', databases });
  const snapshot = atlas.seedSnapshot({ cluster: orders });
  const sharded = atlas.seedSnapshot({ cluster: events });
  const restorable = atlas.seedSnapshot({ cluster: source });
  const flexRestorable = atlas.seedFlexSnapshot({ cluster: flexSource });
  const account = atlas.seedServiceAccount();
  const checked = checkedFetch(atlas.fetch);
  const ask = askAs({ ...atlas, fetch: checked.fetch }, account);
  return { atlas, clock, project, snapshot, sharded, restorable, flexRestorable, ask, checked };
}
