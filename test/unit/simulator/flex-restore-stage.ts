import type { ClusterSeed } from '../../../src/simulator/world/seed-cluster.ts';
import { askAs, quietAtlas } from './ask.ts';

export const databases = { shop: { orders: 12 } };

/** A Flex cluster with data and a snapshot of them, another cluster to restore into, and a way to ask. */
export function flexRestoreStage(target: ClusterSeed = {}) {
  const { atlas, clock } = quietAtlas();
  Object.assign(atlas.state.durations, { 'flexRestore.start': 2, 'flexRestore.run': 60 });
  Object.assign(atlas.state.durations, { 'clusterUpdate.afterRestore': 30, restoreApplied: 5 });
  const project = atlas.seedProject();
  const source = atlas.seedCluster({ name: 'flexible', tier: 'FLEX', databases });
  const copy = atlas.seedCluster({ name: 'copy', tier: 'FLEX', databases: { old: { things: 1 } }, ...target });
  const snapshot = atlas.seedFlexSnapshot({ cluster: source, at: '2026-09-01T07:30:00Z' });
  const ask = askAs(atlas, atlas.seedServiceAccount());
  const flex = `/groups/${project.id}/flexClusters`;
  const snapshots = `${flex}/flexible/backup/snapshots`;
  const jobs = `${flex}/flexible/backup/restoreJobs`;
  const restore = (more: object = {}) =>
    ask('POST', jobs, { body: { snapshotId: snapshot.id, targetDeploymentItemName: 'copy', ...more } });
  const job = async (id: string) => (await ask('GET', `${jobs}/${id}`)).body;
  return { atlas, clock, ask, project, source, copy, snapshot, flex, snapshots, jobs, restore, job };
}
