import { createAnyCluster, findCluster, isMissingCluster, updateAnyCluster } from '../atlas/any-cluster.ts';
import type { AtlasClient } from '../atlas/client.ts';
import type { Cluster } from '../atlas/cluster-answer.ts';
import { waitUntilGone, waitUntilIdle } from '../atlas/cluster-readiness.ts';
import type { ClusterAddress } from '../atlas/clusters.ts';
import { changeSafely, createOnce } from '../atlas/create-once.ts';
import type { Environment } from '../environment/environment.ts';
import { isMadeBy, ownerOf, taggedRepository } from '../environment/tags.ts';
import { RESUMPTION } from './cluster-changes.ts';
import { creationBody, updateBody } from './cluster-requests.ts';
import { newCluster } from './creation.ts';
import type { DesiredCluster } from './desired.ts';
import { asPlanned, type Outcome } from './outcome.ts';
import type { Change, PlanStep } from './plan.ts';
import { actualCluster } from './read-actual.ts';

export interface ClusterWork {
  readonly address: ClusterAddress;
  readonly desired: DesiredCluster;
  readonly step: PlanStep;
  readonly existing: Cluster | undefined;
  readonly environment: Environment | undefined;
  /** Tags of the suite; they stand in the request that creates the cluster. */
  readonly ownership: Readonly<Record<string, string>>;
}

/** A cluster, and what became of its step. */
export interface AppliedCluster extends Outcome {
  readonly cluster: Cluster;
}

/** Makes one cluster what the plan says, up to Atlas's word that it has begun. */
export async function applyCluster(client: AtlasClient, work: ClusterWork): Promise<AppliedCluster> {
  const { step, existing } = work;
  if (step.action === 'create' || !existing) return await create(client, work);
  if (step.action === 'unchanged') return { ...asPlanned, cluster: existing };
  try {
    return { ...asPlanned, cluster: await update(client, work, existing) };
  } catch (error) {
    if (!isMissingCluster(error)) throw error;
    client.log(`Cluster "${work.address.clusterName}" was not found when it was to be changed; looking again.`);
    return { cluster: existing, isCreated: false, isSurprise: true };
  }
}

async function create(client: AtlasClient, work: ClusterWork): Promise<AppliedCluster> {
  const { address, desired, environment, existing, ownership } = work;
  if (existing) {
    client.log(`Cluster "${address.clusterName}" is being deleted; waiting until it is gone.`);
    await waitUntilGone(client, address, existing);
  }
  const { cluster } = newCluster(desired, environment);
  const { thing, isNew, isAnswer } = await createOnce<Cluster>(client, {
    create: () =>
      createAnyCluster(client, address.groupId, { tier: cluster.tier, body: creationBody(cluster, ownership) }),
    find: () => findCluster(client, address, cluster.tier),
    takenCodes: ['DUPLICATE_CLUSTER_NAME'],
    passingCodes: ['CONTAINER_WAITING_FOR_FAST_RECORD_CLEAN_UP'],
    what: `cluster "${address.clusterName}"`,
  });
  // One that was looked up may be on its way out, and then shows no tags; or it is somebody else's.
  if (!isAnswer && thing.stateName === 'DELETING') return await create(client, { ...work, existing: thing });
  if (!isAnswer && !isOurs(thing, work)) {
    throw new Error(
      `Cluster "${address.clusterName}" has just been made by somebody else, for something else. Choose another name, or run the step again.`,
    );
  }
  client.log(
    `Cluster "${address.clusterName}" ${isNew ? 'is being created' : 'has been made by another job meanwhile'}.`,
  );
  return { cluster: thing, isCreated: isNew, isSurprise: !isAnswer };
}

/** Whether a cluster was made for the same environment, or outside of any by the same repository. */
function isOurs({ tags }: Cluster, { environment, ownership }: ClusterWork): boolean {
  if (environment) return ownerOf(tags, environment) === 'own';
  const ours = taggedRepository(ownership);
  return ours !== undefined && isMadeBy(tags, ours);
}

async function update(client: AtlasClient, work: ClusterWork, existing: Cluster): Promise<Cluster> {
  const { address, desired, step, ownership } = work;
  const { tier } = existing;
  // A cluster that is being created takes no changes yet.
  const cluster =
    existing.stateName === 'CREATING' ? await waitUntilIdle(client, address, { cluster: existing }) : existing;
  const change = (body: unknown) => changeSafely(client, () => updateAnyCluster(client, address, { tier, body }));
  const resumes = step.changes.some(isResumption);
  // A paused cluster takes this change alone.
  const resumed = resumes ? await change({ paused: false }) : cluster;
  const others = step.changes.filter((one) => !isResumption(one));
  if (others.length === 0) return resumed;
  const body = updateBody(desired, others, { actual: actualCluster(cluster), ownership });
  return await change(body);
}

function isResumption({ field }: Change): boolean {
  return field === RESUMPTION;
}
