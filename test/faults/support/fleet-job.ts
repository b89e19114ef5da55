// Loaded before time stands still: what a step loads with its first run takes real time.
import '../../../actions/sync-network-access/main.ts';
import '../../../actions/sync-network-access/post.ts';
import '../../../src/atlas/digest.ts';
import type { Clock } from '../../../src/runner/context.ts';
import type { Random } from '../../../src/simulator/random.ts';
import type { MemoryDoor } from '../../support/memory-door.ts';
import type { setStage } from '../../support/stage.ts';
import type { Flow } from '../../support/virtual-time.ts';
import { type Death, dyingFetch } from './fleet-network.ts';
import type { Weather } from './fleet-weather.ts';

/** How a job ends otherwise than by itself. */
export type Fate =
  | { readonly kind: 'none' }
  /** Main dies at a request; the machine may go on to the post step. */
  | { readonly kind: 'killed'; readonly death: Death; readonly hasPost: boolean }
  /** Somebody cancels the job; a machine is lost, whatever it did. */
  | { readonly kind: 'cancelled' | 'lost'; readonly after: number }
  | { readonly kind: 'post killed'; readonly death: Death };

export interface JobPlan {
  readonly number: number;
  readonly address: string;
  readonly variables: Readonly<Record<string, string>>;
  readonly login: 'withAccount' | 'withKey';
  readonly startsAfter: number;
  readonly usesFor: number;
  /** Calls the action again half-way. */
  readonly renews: boolean;
  readonly hours: number;
  /** Lists these entries as well. */
  readonly lists: readonly string[];
  readonly fate: Fate;
}

export interface Job {
  readonly plan: JobPlan;
  readonly name: string;
  /** Main was green and no post step has begun: the address must be open. */
  isUsing: boolean;
  wasGreen: boolean;
  readonly problems: string[];
  readonly cancellation: AbortController;
  /** Each main step, with what it had kept when it ended. */
  readonly mains: MemoryDoor[];
}

export interface JobWorld {
  readonly stage: ReturnType<typeof setStage>;
  readonly random: Random;
  readonly weather: Weather;
}

const ACTION = 'sync-network-access';

/** A job before it has begun. */
export function jobOf(plan: JobPlan): Job {
  const name = `job ${plan.number} (${plan.fate.kind})`;
  return { plan, name, isUsing: false, wasGreen: false, problems: [], cancellation: new AbortController(), mains: [] };
}

/** Runs a job: main, the use of its address, maybe main once more, then the post steps. */
export async function runJob(job: Job, { clock }: Flow, world: JobWorld): Promise<void> {
  const { startsAfter, usesFor, renews, fate } = job.plan;
  const { signal } = job.cancellation;
  await untilAborted(clock.sleep(startsAfter, signal));
  const main = await runMain(job, clock, { world, death: fate.kind === 'killed' ? fate.death : undefined });
  if (main === 'dead' && fate.kind === 'killed' && !fate.hasPost) return;
  if (main === 'green') {
    job.isUsing = true;
    job.wasGreen = true;
    await untilAborted(clock.sleep(usesFor / 2, signal));
    if (renews && !signal.aborted) await runMain(job, clock, { world, death: undefined });
    await untilAborted(clock.sleep(usesFor / 2, signal));
    job.isUsing = false;
  }
  const death = fate.kind === 'post killed' ? fate.death : undefined;
  for (const main of job.mains.toReversed()) await runPost(job, clock, { main, world, death });
}

interface Process {
  readonly world: JobWorld;
  readonly death: Death | undefined;
}

async function runMain(job: Job, clock: Clock, { world, death }: Process): Promise<'green' | 'red' | 'dead'> {
  const { stage, random } = world;
  const { signal } = job.cancellation;
  const { plan } = job;
  const network = dyingFetch(job, { clock, world, death, signal });
  const { promise: started, resolve: begin } = Promise.withResolvers<MemoryDoor>();
  const ended = stage.run(
    ACTION,
    {
      ...stage[plan.login],
      'runner-ip': 'true',
      'expires-in-hours': String(plan.hours),
      ...(plan.lists.length > 0 && { entries: plan.lists.join('\n'), prune: 'true' }),
    },
    {
      fetch: network.fetch,
      clock,
      signal,
      random: random.next,
      variables: plan.variables,
      onStart: ({ door }) => begin(door),
    },
  );
  const door = await started;
  const end = await Promise.race([ended.then(() => (door.failed() ? 'red' : 'green')), network.dead]);
  job.mains.push({ ...door, kept: { ...door.kept } });
  if (end === 'red' && world.weather.kind === 'fair' && !signal.aborted)
    job.problems.push(`is red in fair weather: ${door.annotations.map(({ message }) => message).join()}`);
  return end;
}

async function runPost(job: Job, clock: Clock, { main, world, death }: Process & { main: MemoryDoor }): Promise<void> {
  const network = dyingFetch(job, { clock, world, death, signal: undefined });
  const post = world.stage.post(ACTION, main, { fetch: network.fetch, clock, random: world.random.next });
  const door = await Promise.race([post, network.dead]);
  if (door === 'dead') return;
  if (door.failed()) job.problems.push('the post step fails the job');
  const warnings = door.annotations.filter(({ level }) => level !== 'notice').map(({ message }) => message);
  if (world.weather.kind === 'fair' && warnings.length > 0)
    job.problems.push(`post warns in fair weather: ${warnings}`);
  for (const warning of warnings)
    if (!/may still be open; Atlas closes it at 20\d\d-/.test(warning))
      job.problems.push(`post does not say what is left: ${warning}`);
}

async function untilAborted(sleep: Promise<void>): Promise<void> {
  await sleep.catch(() => undefined);
}
