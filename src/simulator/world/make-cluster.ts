import { lowerAlphanumerics } from '../random.ts';
import type { Catalogue, Cluster, ClusterSettings, Project, World } from './types.ts';

export interface ClusterPlan {
  readonly project: Project;
  readonly name: string;
  readonly tier: Cluster['tier'];
  readonly settings: ClusterSettings;
  readonly createdAt: number;
  readonly catalogue?: Catalogue;
}

/** Adds a cluster to the world; it is IDLE until a lifecycle is started. */
export function makeCluster(world: World, plan: ClusterPlan): Cluster {
  const { project, name, tier, settings, createdAt, catalogue = {} } = plan;
  const { random } = world;
  const cluster: Cluster = {
    id: world.newId(createdAt),
    groupId: project.id,
    name,
    tier,
    createdAt,
    settings,
    hosts: {
      suffix: tier === 'dedicated' ? project.hostSuffix : `${random.characters(lowerAlphanumerics, 7)}.mongodb.net`,
      nodePrefix: tier === 'dedicated' ? hostLabel(name) : `ac-${random.characters(lowerAlphanumerics, 7)}`,
      replicaSet: `atlas-${random.characters(lowerAlphanumerics, 6)}`,
    },
    phases: [{ from: createdAt, state: 'IDLE' }],
    stringsFrom: { standardSrv: createdAt, standard: createdAt },
    dataChanges: [{ at: createdAt, how: 'all', databases: catalogue }],
  };
  world.clusters.push(cluster);
  return cluster;
}

/** Atlas builds host names from a name's first 23 characters. */
export function hostLabel(name: string): string {
  return name.slice(0, 23).toLowerCase();
}
