import type { ApiKey, ServiceAccount } from '../authentication/credentials.ts';
import type { Simulator } from '../simulator.ts';
import type { Cluster, Organization, Project } from './types.ts';

/** What the default world holds. */
export interface DefaultWorld {
  readonly organization: Organization;
  readonly project: Project;
  readonly clusters: { readonly [Name in 'orders' | 'events' | 'playground' | 'flexible']: Cluster };
  readonly apiKey: ApiKey;
  readonly serviceAccount: ServiceAccount;
}

/** Fills a simulator with one of everything, for demonstrations and for people who try a workflow. */
export function seedDefaultWorld(simulator: Simulator): DefaultWorld {
  const now = simulator.clock.now();
  const aWeekAgo = now - 7 * 24 * 3600 * 1000;
  const organization = simulator.seedOrganization('Acme');
  const project = simulator.seedProject({ name: 'shop', organization });
  const databases = { shop: { orders: 120_000, customers: 8_500, products: 900 }, audit: { log: 45_000 } };
  const common = { project, createdAt: aWeekAgo };
  const orders = simulator.seedCluster({ ...common, name: 'orders', backupEnabled: true, pitEnabled: true, databases });
  const events = simulator.seedCluster({
    ...common,
    name: 'events',
    tier: 'M30',
    shards: 2,
    backupEnabled: true,
    databases: { events: { clicks: 2_000_000, views: 9_000_000 } },
  });
  const playground = simulator.seedCluster({ ...common, name: 'playground', tier: 'M0' });
  const flexible = simulator.seedCluster({ ...common, name: 'flexible', tier: 'FLEX' });
  simulator.seedSnapshot({ cluster: orders, description: 'before the last release', at: now - 26 * 3600 * 1000 });
  simulator.seedSnapshot({ cluster: orders, scheduled: 'hourly', at: now - 3 * 3600 * 1000 });
  return {
    organization,
    project,
    clusters: { orders, events, playground, flexible },
    apiKey: simulator.seedApiKey(),
    serviceAccount: simulator.seedServiceAccount(),
  };
}
