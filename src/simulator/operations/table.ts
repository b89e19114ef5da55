import { clusterOperations } from './clusters.ts';
import { flexClusterOperations } from './flex-clusters.ts';
import { flexSnapshotOperations } from './flex-snapshots.ts';
import type { Operation } from './operation.ts';
import { organizationOperations } from './organizations.ts';
import { projectOperations } from './projects.ts';
import { shardedSnapshotOperations } from './sharded-snapshots.ts';
import { snapshotCatalogueOperations } from './snapshot-catalogue.ts';
import { snapshotOperations } from './snapshots.ts';
import { systemOperations } from './system.ts';

/** Everything that the simulated Atlas can do. */
export const operations: readonly Operation[] = [
  ...systemOperations,
  ...organizationOperations,
  ...projectOperations,
  ...clusterOperations,
  ...flexClusterOperations,
  ...snapshotOperations,
  ...shardedSnapshotOperations,
  ...snapshotCatalogueOperations,
  ...flexSnapshotOperations,
];
