import { accessListOperations } from './access-list.ts';
import { backupScheduleOperations } from './backup-schedule.ts';
import { clusterOperations } from './clusters.ts';
import { collectionRestoreOperations } from './collection-restores.ts';
import { compliancePolicyOperations } from './compliance-policy.ts';
import { databaseUserOperations } from './database-users.ts';
import { flexClusterOperations } from './flex-clusters.ts';
import { flexRestoreOperations } from './flex-restores.ts';
import { flexSnapshotOperations } from './flex-snapshots.ts';
import type { Operation } from './operation.ts';
import { organizationOperations } from './organizations.ts';
import { processArgumentOperations } from './process-arguments.ts';
import { projectOperations } from './projects.ts';
import { providerRegionOperations } from './provider-regions.ts';
import { restoreJobOperations } from './restore-jobs.ts';
import { sampleDataOperations } from './sample-data.ts';
import { shardedSnapshotOperations } from './sharded-snapshots.ts';
import { snapshotCatalogueOperations } from './snapshot-catalogue.ts';
import { snapshotOperations } from './snapshots.ts';
import { systemOperations } from './system.ts';
import { tenantUpgradeOperations } from './tenant-upgrades.ts';
import { configurationOperations } from './validate-configuration.ts';

/** Everything that the simulated Atlas can do. */
export const operations: readonly Operation[] = [
  ...systemOperations,
  ...organizationOperations,
  ...projectOperations,
  ...clusterOperations,
  ...configurationOperations,
  ...processArgumentOperations,
  ...providerRegionOperations,
  ...sampleDataOperations,
  ...flexClusterOperations,
  ...tenantUpgradeOperations,
  ...databaseUserOperations,
  ...accessListOperations,
  ...snapshotOperations,
  ...shardedSnapshotOperations,
  ...snapshotCatalogueOperations,
  ...backupScheduleOperations,
  ...compliancePolicyOperations,
  ...restoreJobOperations,
  ...collectionRestoreOperations,
  ...flexSnapshotOperations,
  ...flexRestoreOperations,
];
