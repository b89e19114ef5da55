import { listClustersPatiently } from '../../src/atlas/any-cluster.ts';
import type { AtlasClient } from '../../src/atlas/client.ts';
import type { Cluster } from '../../src/atlas/cluster-answer.ts';
import { ClusterUnusable, readOrFail } from '../../src/atlas/cluster-readiness.ts';
import { readTime } from '../../src/atlas/iso-time.ts';
import { isLastLook, type Look, untilLastLook } from '../../src/atlas/last-look.ts';
import type { MarkOwner } from '../../src/environment/owner-mark.ts';
import type { Repository } from '../../src/environment/repository.ts';
import { expiryOf, ownerOf } from '../../src/environment/tags.ts';
import type { ActualProject } from '../../src/spec/actual.ts';
import { apply, stepOf } from '../../src/spec/apply.ts';
import type { ForJob } from '../../src/spec/apply-access-list.ts';
import { applyProject } from '../../src/spec/apply-project.ts';
import type { DesiredState, DesiredUser } from '../../src/spec/desired.ts';
import { longestLife } from '../../src/spec/expiry.ts';
import { type Plan, plan } from '../../src/spec/plan.ts';
import { findProject, type Reading, readState } from '../../src/spec/read.ts';
import type { DesiredSpec } from './desired-spec.ts';
import type { History } from './history.ts';
import type { Passwords } from './passwords.ts';
import { missingOrdinals, standingNames } from './standing-names.ts';

/** What was read, and what follows from it. */
export interface Planned extends Look {
  /** Every password is decided, as far as one can be known. */
  readonly desired: DesiredState;
  readonly reading: Reading;
  readonly plan: Plan;
}

export interface Reconciling {
  readonly client: AtlasClient;
  readonly spec: DesiredSpec;
  readonly owner: MarkOwner;
  readonly repository: Repository;
  readonly passwords: Passwords;
  /** Lets a named cluster that is paused run again. */
  readonly resume: boolean;
}

/** Reads what is there, decides every end and every password, and plans. */
export async function look({ client, spec, repository, passwords, resume }: Reconciling): Promise<Planned> {
  const { environment } = spec;
  const project = await findProject(client, spec.desired().project);
  const reading = await readStanding(client, { spec, passwords, project });
  const now = client.time.forExpiry();
  const standing =
    environment && [...reading.clusters.values()].filter(({ tags }) => ownerOf(tags, environment) === 'own');
  const desiredNow = spec.desiredAt({ now, standingExpiry: latestOf(standing ?? []) });
  const place = { groupId: project?.id, existing: reading.users, now };
  const lasting = { ...desiredNow, users: desiredNow.users.map((user) => asLongAsAtlasLets(user, reading, now)) };
  const desired = passwords.decide(lasting, place);
  const compare = passwords.compare(desired, place);
  const users = reading.state.users.map((user) => ({ ...user, password: compare(user) }));
  const options = { now, ...repository, resume, ...(environment && { environment }) };
  return { desired, reading, readAt: reading.readAt, plan: plan(desired, { ...reading.state, users }, options) };
}

/** Reads what the spec means, where the environment may have its clusters under other names than those that follow from it now. */
async function readStanding(
  client: AtlasClient,
  { spec, passwords, project }: Pick<Reconciling, 'spec' | 'passwords'> & { project: ActualProject | undefined },
): Promise<Reading> {
  const read = () => readState(client, passwords.withStandIns(spec.desired()), project);
  const reading = await read();
  const { environment } = spec;
  if (!environment || !project) return reading;
  const missing = missingOrdinals(environment, { desired: spec.desired(), reading });
  if (missing.length === 0) return reading;
  const names = standingNames(environment, { clusters: await listClustersPatiently(client, project.id), missing });
  if (names.size === 0) return reading;
  spec.useNames(names);
  return await read();
}

function latestOf(clusters: readonly Cluster[]): number | undefined {
  const ends = clusters.map(({ tags }) => expiryOf(tags)).filter((end) => end !== undefined);
  return ends.length > 0 ? Math.max(...ends) : undefined;
}

/** The user of an environment that outlives what Atlas lets a user live. */
function asLongAsAtlasLets(user: DesiredUser, { users }: Reading, now: number): DesiredUser {
  if (!user.endsWithEnvironment || user.expiresAt !== undefined) return user;
  const existing = users.find(({ username }) => username === user.username);
  return { ...user, expiresAt: longestLife(readTime(existing?.deleteAfterDate), now) };
}

export interface ApplyOptions {
  readonly wait: boolean;
  readonly onState: (cluster: Cluster) => void;
  readonly history: History;
  /** Told when the project is there. */
  readonly onProject: (groupId: string) => void;
  /** An address that is to be open for this job, once the project is there. */
  readonly forJob: ((groupId: string) => ForJob) | undefined;
}

/** What stands in Atlas at the end, and was read just now. */
export interface Confirmed {
  readonly groupId: string;
  readonly planned: Planned;
  /** In the order of the spec. */
  readonly clusters: readonly Cluster[];
}

/**
 * Plans, applies and reads again, until nothing is left to do: whatever turns out to exist, and whatever somebody else
 * changes meanwhile, is planned anew. Throws what cannot be put right.
 */
export async function reconcile(work: Reconciling, first: Planned, options: ApplyOptions): Promise<Confirmed> {
  const { client, spec, owner } = work;
  const { history } = options;
  let clusters: readonly Cluster[] = [];
  const planned = await untilLastLook(client, {
    first,
    read: () => look(work),
    what: `What was asked for (${
      spec
        .desired()
        .clusters.map(({ name }) => `cluster "${name}"`)
        .join(', ') || 'users and access entries'
    })`,
    settle: async (current) => {
      const { reading, desired, plan: steps } = current;
      if (!(await areStillThere(client, { reading, history }))) return true;
      if (steps.problems.length > 0) throw new Error(problemText(steps.problems));
      history.planned(steps);
      const { project } = reading.state;
      const projectStep = stepOf(steps, 'project');
      const made = await applyProject(client, { desired, existing: project, step: projectStep });
      options.onProject(made.project.id);
      history.inProject(made.project.id);
      // Derived passwords need the id of the project: the next look knows it.
      history.done(projectStep, { isCreated: made.isCreated, isSurprise: false });
      if (!project) return true;
      const outcome = await apply(client, made.project.id, {
        desired,
        reading,
        plan: steps,
        environment: spec.environment,
        owner,
        wait: options.wait,
        onState: options.onState,
        onOutcome: history.done,
        forJob: options.forJob?.(made.project.id),
      });
      history.seen(outcome.clusters);
      clusters = outcome.clusters;
      return outcome.isSurprise;
    },
  });
  const { project } = planned.reading.state;
  if (!project) throw new Error('The project was not read.');
  return { groupId: project.id, planned, clusters };
}

/** Why a plan must not be carried out. */
export function problemText(problems: readonly string[]): string {
  return problems.length === 1
    ? problems.join()
    : ['This cannot be done:', ...problems.map((one) => `- ${one}`)].join('\n');
}

/** Whether what was confirmed may still be said: a call of GitHub may have taken too long. */
export function stillHolds({ planned }: Confirmed, client: AtlasClient): boolean {
  return isLastLook(planned, client);
}

/**
 * A cluster that this step has seen alive and that is gone is not made again: somebody wants it gone. Resolves to whether
 * all are there; a missing one is looked for twice, because Atlas's reads lag now and then.
 */
async function areStillThere(
  client: AtlasClient,
  { reading, history }: { reading: Reading; history: History },
): Promise<boolean> {
  const groupId = reading.state.project?.id ?? '';
  let all = true;
  for (const { name, tier } of history.alive()) {
    const there = reading.clusters.get(name);
    if (there?.stateName === 'DELETING') throw new ClusterUnusable(deletedMeanwhile(name));
    if (there) continue;
    all = false;
    await readOrFail(client, { groupId, clusterName: name }, tier);
  }
  history.seen(reading.clusters.values());
  return all;
}

function deletedMeanwhile(name: string): string {
  return `Cluster "${name}" is being deleted: somebody else asked for that while this step was working on it. Run the step again if the cluster is still wanted.`;
}
