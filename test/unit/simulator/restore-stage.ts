import type { ClusterSeed } from '../../../src/simulator/world/seed-cluster.ts';
import { askAs, quietAtlas } from './ask.ts';

export const databases = { shop: { orders: 120, customers: 30 }, audit: { log: 9 } };

/** A backed-up cluster with data and one snapshot of them, another cluster to restore into, and a way to ask. */
export function restoreStage({ source = {}, target = {} }: { source?: ClusterSeed; target?: ClusterSeed } = {}) {
  const { atlas, clock } = quietAtlas();
  Object.assign(atlas.state.durations, { restore: 230, 'clusterUpdate.afterRestore': 30, restoreApplied: 5 });
  const project = atlas.seedProject();
  const orders = atlas.seedCluster({ name: 'orders', backupEnabled: true, pitEnabled: true, databases, ...source });
  const staging = atlas.seedCluster({ name: 'staging', databases: { old: { things: 5 } }, ...target });
  const snapshot = atlas.seedSnapshot({ cluster: orders, at: '2026-09-01T06:00:00Z' });
  const ask = askAs(atlas, atlas.seedServiceAccount());
  const clusters = `/groups/${project.id}/clusters`;
  const jobs = `${clusters}/orders/backup/restoreJobs`;
  const into = { targetGroupId: project.id, targetClusterName: 'staging' };
  const post = (body: object) => ask('POST', jobs, { body });
  const restore = (more: object = {}) => post({ deliveryType: 'automated', snapshotId: snapshot.id, ...into, ...more });
  const restoreTo = (point: object, more: object = {}) =>
    post({ deliveryType: 'pointInTime', ...into, ...point, ...more });
  const download = (more: object = {}) => post({ deliveryType: 'download', snapshotId: snapshot.id, ...more });
  const job = async (id: string) => (await ask('GET', `${jobs}/${id}`)).body;
  const state = async (name: string) => (await ask('GET', `${clusters}/${name}`)).body.stateName;
  return {
    ...{ atlas, clock, ask, project, orders, staging, snapshot, clusters, jobs, into },
    ...{ post, restore, restoreTo, download, job, state },
  };
}

/** The second of an instant. */
export function secondsOf(instant: string): number {
  return Date.parse(instant) / 1000;
}
