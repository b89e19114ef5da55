import type { ApiKey, ServiceAccount } from '../authentication/credentials.ts';
import type { Simulator } from '../simulator.ts';
import { createSeeds } from './seed.ts';
import type { Cluster, Organization, Project, World } from './types.ts';

/** What the default world holds. */
export interface DefaultWorld {
  readonly organization: Organization;
  readonly project: Project;
  readonly clusters: { readonly [Name in 'orders' | 'events' | 'playground' | 'flexible' | 'staging']: Cluster };
  readonly apiKey: ApiKey;
  readonly serviceAccount: ServiceAccount;
}

/** Ids begin with their creation date: with a fixed one, a workflow can keep those of the default world. */
const foundedAt = Date.parse('2025-01-06T09:00:00Z');

/** Fills a simulator with one of everything, for demonstrations and for people who try a workflow. */
export function seedDefaultWorld(simulator: Simulator): DefaultWorld {
  const founding = createSeeds(asOf(simulator.state, foundedAt));
  const organization = founding.seedOrganization('Acme');
  const project = founding.seedProject({ name: 'shop', organization });
  const databases = { shop: { orders: 120_000, customers: 8_500, products: 900 }, audit: { log: 45_000 } };
  const orders = founding.seedCluster({ project, name: 'orders', backupEnabled: true, pitEnabled: true, databases });
  const events = founding.seedCluster({
    project,
    name: 'events',
    tier: 'M30',
    shards: 2,
    backupEnabled: true,
    databases: { events: { clicks: 2_000_000, views: 9_000_000 } },
  });
  const playground = founding.seedCluster({ project, name: 'playground', tier: 'M0' });
  const notes = { notes: { entries: 250 } };
  const flexible = founding.seedCluster({ project, name: 'flexible', tier: 'FLEX', databases: notes });
  const apiKey = founding.seedApiKey();
  const serviceAccount = founding.seedServiceAccount();
  // Snapshots are of interest for their age: they are as old as they were asked to be, and so are their ids.
  const now = simulator.clock.now();
  const before = { shop: { orders: 118_000, customers: 8_400, products: 880 } };
  simulator.seedSnapshot({
    cluster: orders,
    description: 'before the last release',
    at: now - 26 * 3600 * 1000,
    databases: before,
  });
  simulator.seedSnapshot({ cluster: orders, scheduled: 'hourly', at: now - 3 * 3600 * 1000 });
  // What comes later comes last, so that the ids of what there was before stay.
  const staging = founding.seedCluster({ project, name: 'staging', backupEnabled: true, databases: before });
  const clusters = { orders, events, playground, flexible, staging };
  return { organization, project, clusters, apiKey, serviceAccount };
}

/** The same world at another time; what is added to it is added to both. */
function asOf(world: World, time: number): World {
  return { ...world, clock: { now: () => time }, newId: (at = time) => world.newId(at) };
}
