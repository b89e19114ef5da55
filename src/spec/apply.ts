import type { Written } from '../atlas/access-list-writer.ts';
import type { AtlasClient } from '../atlas/client.ts';
import type { Cluster } from '../atlas/cluster-answer.ts';
import { isShared, readOrFail, waitUntilApplied, waitUntilIdle, waitUntilSettled } from '../atlas/cluster-readiness.ts';
import type { Environment } from '../environment/environment.ts';
import type { MarkOwner } from '../environment/owner-mark.ts';
import { type AccessListWork, applyAccessList, type ForJob, waitUntilOpen } from './apply-access-list.ts';
import { applyCluster } from './apply-cluster.ts';
import { applyUser } from './apply-user.ts';
import type { DesiredState } from './desired.ts';
import type { Outcome } from './outcome.ts';
import type { Plan, PlanStep, StepKind } from './plan.ts';
import type { Reading } from './read.ts';

export interface Application {
  /** Every password is decided. */
  readonly desired: DesiredState;
  readonly reading: Reading;
  readonly plan: Plan;
  readonly environment: Environment | undefined;
  readonly owner: MarkOwner;
  /** Wait until everything is ready to use. */
  readonly wait: boolean;
  /** An address that is to be open for this job. */
  readonly forJob?: ForJob | undefined;
  /** Told of every state of a cluster that is waited for. */
  readonly onState: (cluster: Cluster) => void;
  /** Told of each step that was carried out, as soon as it was. */
  readonly onOutcome: (step: PlanStep, outcome: Outcome) => void;
}

export interface Applied {
  /** In the order of the spec. */
  readonly clusters: readonly Cluster[];
  /** Something was other than it had been read: what is left to do, only a new reading tells. */
  readonly isSurprise: boolean;
}

/**
 * Carries out a plan in a project that is there: the clusters, then users and the access list side by side, then the waits.
 * Whatever fails, what runs beside it is finished before the step ends, so that nothing is left half-asked.
 */
export async function apply(client: AtlasClient, groupId: string, application: Application): Promise<Applied> {
  // Clusters first: what Atlas refuses most often, and then nothing else has been made.
  const applied = await allOf(clusterWork(client, groupId, application));
  const clusters = applied.map(({ cluster }) => cluster);
  const entries = accessListWork(groupId, application);
  const [users, written] = await allOf([
    allOf(userWork(client, groupId, application)).then((outcomes) => ({ outcomes, at: client.clock.now() })),
    applyEntries(client, entries, application),
  ]);
  const isSurprise = [...applied, ...users.outcomes].some((outcome) => outcome.isSurprise);
  // What is to be waited for, the next reading tells better.
  if (!application.wait || isSurprise) return { clusters, isSurprise };
  const [usable] = await allOf([
    allOf(clusters.map((cluster) => waitUntilUsable(client, cluster, { groupId, usersAt: users.at, application }))),
    waitUntilOpen(client, entries, written),
  ]);
  return { clusters: usable, isSurprise };
}

function clusterWork(client: AtlasClient, groupId: string, { desired, reading, plan, ...application }: Application) {
  return desired.clusters.map(async (cluster) => {
    const step = stepOf(plan, 'cluster', cluster.name);
    const applied = await applyCluster(client, {
      address: { groupId, clusterName: cluster.name },
      desired: cluster,
      step,
      existing: reading.clusters.get(cluster.name),
      environment: application.environment,
      ownership: desired.ownership,
    });
    application.onOutcome(step, applied);
    return applied;
  });
}

function userWork(client: AtlasClient, groupId: string, application: Application) {
  const { desired, plan, owner, onOutcome } = application;
  return desired.users.map(async (user) => {
    const step = stepOf(plan, 'user', user.username);
    const isClusterNew = user.clusters?.some((name) => isBeingMade(name, application)) ?? false;
    const outcome = await applyUser(client, { groupId, desired: user, step, owner, isClusterNew });
    onOutcome(step, outcome);
    return outcome;
  });
}

async function applyEntries(client: AtlasClient, work: AccessListWork, { onOutcome }: Application): Promise<Written> {
  const written = await applyAccessList(client, work);
  for (const step of work.steps) {
    if (step.kind !== 'access-list-entry') continue;
    const isCreated = step.action === 'create' && written.addresses.has(step.name);
    // One that somebody else has added meanwhile stays as it is; the writer of the list puts the rest right by itself.
    onOutcome(isCreated ? step : { ...step, action: step.action === 'create' ? 'unchanged' : step.action }, {
      isCreated,
      isSurprise: false,
    });
  }
  return written;
}

function isBeingMade(name: string, { reading, plan }: Application): boolean {
  const isNew = plan.steps.some((step) => step.kind === 'cluster' && step.name === name && step.action === 'create');
  return isNew || reading.clusters.get(name)?.stateName === 'CREATING';
}

function accessListWork(groupId: string, { desired, reading, plan, owner, forJob }: Application): AccessListWork {
  const { readAt, state } = reading;
  return {
    groupId,
    entries: desired.accessList,
    // Without listed entries the list has not been read.
    reading: desired.accessList.length > 0 ? { entries: state.accessList, askedAt: readAt } : undefined,
    steps: plan.steps,
    owner,
    forJob,
  };
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

/** The step of a plan for one thing. */
export function stepOf({ steps }: Plan, kind: StepKind, name?: string): PlanStep {
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
