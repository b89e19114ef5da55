import type { AtlasClient } from '../atlas/client.ts';
import type { Cluster } from '../atlas/cluster-answer.ts';
import { isShared, readOrFail, waitUntilApplied, waitUntilIdle, waitUntilSettled } from '../atlas/cluster-readiness.ts';
import type { Environment } from '../environment/environment.ts';
import type { MarkOwner } from '../environment/owner-mark.ts';
import { type AccessListWork, applyAccessList, type ForJob, waitUntilOpen } from './apply-access-list.ts';
import { applyCluster } from './apply-cluster.ts';
import { applyProject } from './apply-project.ts';
import { applyUser } from './apply-user.ts';
import type { DesiredState, DesiredUser } from './desired.ts';
import type { Plan, PlanStep, StepKind } from './plan.ts';
import type { Reading } from './read.ts';

export interface Application {
  readonly desired: DesiredState;
  readonly reading: Reading;
  readonly plan: Plan;
  readonly environment: Environment | undefined;
  readonly owner: MarkOwner;
  /** Wait until everything can be used. */
  readonly wait: boolean;
  /** The users with their passwords, once the project is there: derived ones need its id. */
  readonly withPasswords: (groupId: string) => readonly DesiredUser[];
  /** An address that is to be open for this job, once the project is there. */
  readonly forJob?: ((groupId: string) => ForJob) | undefined;
  /** See UserWork. */
  readonly standIn: (user: DesiredUser) => DesiredUser | undefined;
  /** Told of every state of a cluster that is waited for. */
  readonly onState: (cluster: Cluster) => void;
}

export interface Applied {
  readonly groupId: string;
  /** In the order of the spec. */
  readonly clusters: readonly Cluster[];
}

/**
 * Carries out a plan: the project, then the clusters, then users and the access list side by side, then the waits. Whatever
 * fails, what runs beside it is finished before the step ends, so that nothing is left half-asked.
 */
export async function apply(client: AtlasClient, application: Application): Promise<Applied> {
  const { desired, reading, plan, environment, owner } = application;
  const project = await applyProject(client, {
    desired,
    existing: reading.state.project,
    step: stepOf(plan, 'project'),
  });
  const groupId = project.id;
  const { readAt, state } = reading;
  const users = application.withPasswords(groupId);
  // Clusters first: what Atlas refuses most often, and then nothing else has been made.
  const clusterWork = desired.clusters.map((cluster) =>
    applyCluster(client, {
      address: { groupId, clusterName: cluster.name },
      desired: cluster,
      step: stepOf(plan, 'cluster', cluster.name),
      existing: reading.clusters.get(cluster.name),
      environment,
      ownership: desired.ownership,
    }),
  );
  const clusters = await allOf(clusterWork);
  // Whoever removed a cluster may have removed its users, after they were read and before it was. Entries are asked for below.
  const lookAgain = plan.steps.some(({ kind, action }) => kind === 'cluster' && action === 'create');
  const userWork = users.map((user) =>
    applyUser(client, {
      groupId,
      desired: user,
      step: stepOf(plan, 'user', user.username),
      owner,
      lookAgain,
      standIn: application.standIn,
    }),
  );
  const entries: AccessListWork = {
    groupId,
    entries: desired.accessList,
    // Without listed entries the list has not been read.
    reading: desired.accessList.length > 0 ? { entries: state.accessList, askedAt: readAt } : undefined,
    steps: plan.steps,
    owner,
    forJob: application.forJob?.(groupId),
  };
  const [usersAt, written] = await allOf([
    allOf(userWork).then(() => client.clock.now()),
    applyAccessList(client, entries),
  ]);
  if (!application.wait) return { groupId, clusters };
  const [usable] = await allOf([
    allOf(clusters.map((cluster) => waitUntilUsable(client, cluster, { groupId, usersAt, application }))),
    waitUntilOpen(client, entries, written),
  ]);
  return { groupId, clusters: usable };
}

/** IDLE seen, the address there, and all changes rolled out. */
async function waitUntilUsable(
  client: AtlasClient,
  cluster: Cluster,
  {
    groupId,
    usersAt,
    application: { onState, plan },
  }: { groupId: string; usersAt: number; application: Pick<Application, 'onState' | 'plan'> },
): Promise<Cluster> {
  const address = { groupId, clusterName: cluster.name };
  const idle = await waitUntilIdle(client, address, { cluster, onState });
  if (idle.tier !== 'FLEX') await waitUntilApplied(client, address);
  // New users make a free or Flex cluster update once more, and what was read before them does not tell.
  const usersChange = plan.steps.some(({ kind, action }) => kind === 'user' && action !== 'unchanged');
  if (!isShared(idle) || (!usersChange && idle === cluster)) return idle;
  if (idle.tier === 'FLEX') return await waitUntilSettled(client, address, { cluster: idle, since: usersAt, onState });
  return await waitUntilIdle(client, address, { cluster: await readOrFail(client, address, idle.tier), onState });
}

function stepOf({ steps }: Plan, kind: StepKind, name?: string): PlanStep {
  const step = steps.find((one) => one.kind === kind && (name === undefined || one.name === name));
  if (!step) throw new Error(`The plan has no step for ${kind} ${name ?? ''}.`);
  return step;
}

/** Like Promise.all, but lets every one end before it throws the first failure. */
async function allOf<const Work extends readonly unknown[]>(
  work: Work,
): Promise<{ -readonly [Index in keyof Work]: Awaited<Work[Index]> }> {
  await Promise.allSettled(work);
  return await Promise.all(work);
}
