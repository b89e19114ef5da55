import { timestamp } from '../clock.ts';
import { catalogueAt } from './cluster-data.ts';
import { stateOf } from './cluster-lifecycle.ts';
import type { World } from './types.ts';

/** Time, projects, clusters and their data, users, access list, snapshots and restores in short, without secrets. */
export function overview(world: World) {
  const now = world.clock.now();
  return {
    now: timestamp(now),
    organizations: world.organizations,
    projects: world.projects.map(({ id, name, orgId, tags }) => ({ id, name, orgId, tags })),
    clusters: world.clusters
      .filter(({ goneAt }) => goneAt === undefined || goneAt > now)
      .map((cluster) => ({
        id: cluster.id,
        groupId: cluster.groupId,
        name: cluster.name,
        tier: cluster.tier,
        state: stateOf(cluster, now),
        tags: cluster.settings.tags,
        databases: catalogueAt(cluster, now),
      })),
    databaseUsers: world.databaseUsers.map(({ passwordHash: _, ...user }) => user),
    accessEntries: world.accessEntries.filter(({ deletedAt }) => deletedAt === undefined),
    snapshots: world.snapshots.map(({ id, clusterName, description, ending, milestones, deleted = false }) => ({
      id,
      clusterName,
      description,
      ending,
      endsAt: timestamp(milestones.completed),
      deleted,
    })),
    restoreJobs: world.restoreJobs.map(({ downloads: _, requestedAt, endsAt, ...job }) => ({
      ...job,
      requestedAt: timestamp(requestedAt),
      endsAt: endOf(endsAt),
    })),
    collectionRestoreJobs: world.collectionRestoreJobs.map(({ requestedAt, endsAt, ...job }) => ({
      ...job,
      requestedAt: timestamp(requestedAt),
      endsAt: endOf(endsAt),
    })),
    flexRestoreJobs: world.flexRestoreJobs.map(({ url: _, scheduledAt, endsAt, ...job }) => ({
      ...job,
      scheduledAt: timestamp(scheduledAt),
      endsAt: endOf(endsAt),
    })),
  };
}

/** What is stuck has no end. */
function endOf(endsAt: number): string | null {
  return endsAt === Number.POSITIVE_INFINITY ? null : timestamp(endsAt);
}
