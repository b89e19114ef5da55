import { z } from 'zod';
import { targetName } from '../../../src/simulator/world/access-list.ts';
import { standing } from '../../faults/support/atlas-state.ts';
import { errorsOf, judgeMain } from '../../faults/support/judge.ts';
import type { MemoryDoor } from '../../support/memory-door.ts';
import { clustersOf, ENVIRONMENTS } from '../claims/removal.ts';
import type { Pair } from '../pairs.ts';
import { LIST } from '../uses/access.ts';
import { removalUses } from '../uses/removal.ts';
import { RUN_IDS } from './interleave.ts';
import { randomFrom, type StepName } from './schedule.ts';
import { runUse } from './use.ts';
import { entryKey, setPull, type World } from './world.ts';

const DAY = 24 * 3_600_000;

type Doors = Readonly<Record<StepName, MemoryDoor>>;

/** What is wrong once both steps have ended: foreign things touched, anything double, anything lost that was to last. */
export function sharedProblems(world: World, pair: Pair, doors: Doors): readonly string[] {
  const { foreign } = world;
  return [...foreign.changed(), ...doubled(world), ...bothCreated(pair, doors), ...lost(world, pair, doors)];
}

function doubled(world: World): readonly string[] {
  const { stage } = world;
  const { snapshots } = stage.atlas.state;
  const snapshotsOf = (run: string) => snapshots.filter(({ description }) => description.includes(`[gha ${run}.`));
  return [
    ...ENVIRONMENTS.filter((environment) => clustersOf(world, environment).length > 1).map(
      (environment) => `there are two clusters of ${environment}`,
    ),
    ...Object.values(RUN_IDS)
      .filter((run) => snapshotsOf(run).length > 1)
      .map((run) => `run ${run} has taken two snapshots`),
  ];
}

/** One cluster is created by one of the two. */
function bothCreated(pair: Pair, { A, B }: Doors): readonly string[] {
  const isSame = A.outputs['cluster-id'] !== undefined && A.outputs['cluster-id'] === B.outputs['cluster-id'];
  const areGreen = !A.failed() && !B.failed() && pair.A.action === 'provision' && pair.B.action === 'provision';
  const areBoth = A.outputs.outcome === 'created' && B.outputs.outcome === 'created';
  return isSame && areGreen && areBoth ? ['both steps say that they created the cluster'] : [];
}

/** What sweep may not have removed: nobody has asked for it, and it was not over. */
function lost(world: World, pair: Pair, doors: Doors): readonly string[] {
  return (['A', 'B'] as const).flatMap((step) => {
    const partner = pair[step === 'A' ? 'B' : 'A'];
    const use = pair[step];
    if (!use.lasts || doors[step].failed() || partner.action !== 'sweep') return [];
    const ended = { world, door: doors[step], startedAt: 0, partner };
    return use.claim(ended).map((untrue) => `${step} (${use.name}) was green, but afterwards ${untrue}`);
  });
}

/** Runs A's use again: it must come to its end, whatever has happened. */
export async function thirdRun(world: World, pair: Pair): Promise<readonly string[]> {
  const { A: use } = pair;
  if (!use.converges) return [];
  world.time.advance(60_000);
  const startedAt = world.time.now();
  const door = await runUse(world, use, { runId: RUN_IDS.A, attempt: 2, random: randomFrom(3) });
  const problems = door.failed()
    ? [`is red: ${errorsOf(door).join(' | ')}`]
    : use.claim({ world, door, startedAt, partner: undefined }).map((untrue) => `is green, but ${untrue}`);
  await world.stage.post(use.action, door);
  return [...judgeMain(door), ...problems].map((problem) => `third run (${use.name}) ${problem}`);
}

const keptThings = z.array(z.object({ name: z.string() }));

/** Thirty days later, the pull requests closed, sweep leaves nothing of their environments, and Atlas nothing of any job. */
export async function afterwards(world: World): Promise<readonly string[]> {
  setPull(world, 7, 'closed');
  setPull(world, 8, 'closed');
  world.time.advance(30 * DAY);
  const options = { runId: '4713', random: randomFrom(4) };
  const door = await runUse(world, removalUses.closed, options);
  world.time.advance(3_600_000);
  const { clusters, users } = world.foreign.made();
  const kept = keptThings.parse(JSON.parse(door.outputs.kept || '[]')).map(({ name }) => name);
  const isProtected = (name: string) =>
    kept.includes(name) &&
    standing(world.stage).clusters.some((one) => one.name === name && one.settings.terminationProtectionEnabled);
  const left = [
    ...(door.failed() ? [`sweep is red: ${errorsOf(door).join(' | ')}`] : []),
    ...clusters.filter((name) => name !== 'staging' && !isProtected(name)).map((name) => `cluster ${name} is left`),
    ...users.filter((name) => !isProtected(name)).map((name) => `user ${name} is left`),
    ...leftEntries(world).map((name) => `access entry ${name} is left`),
  ];
  return left.map((problem) => `thirty days later ${problem}`);
}

/** Entries stay that were there before all, and those of a list that somebody keeps. */
function leftEntries({ stage, entriesBefore }: World): readonly string[] {
  const isOfList = (comment: string | undefined) => comment?.includes(` ${LIST} `) ?? false;
  return standing(stage)
    .entries.filter((entry) => !entriesBefore.has(entryKey(entry)) && !isOfList(entry.comment))
    .map(({ target }) => targetName(target));
}
