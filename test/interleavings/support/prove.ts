import { describe, expect, it } from 'vitest';
import { tally } from '../../support/tally.ts';
import { nameOf, type Pair } from '../pairs.ts';
import { type Depth, interleave } from './interleave.ts';
import {
  cutSchedules,
  drawSchedule,
  formatSchedule,
  parseSchedule,
  randomFrom,
  type Schedule,
  type StepName,
  shuffled,
  wholeSchedules,
} from './schedule.ts';

const proof = 'Interleavings';

/** Of the random schedules, each so many-th is followed by a third run, and as many by thirty days: both are dear. */
const LOOKED_AT = 40;

/** So many violations of one pair are told at length; all are counted. */
const MOST_TOLD = 12;

/** One interleaving by name: "standing/provision-runner+teardown before-3,end". */
const [onlyPair, onlySchedule] = (process.env.INTERLEAVING ?? '').split(' ');
const seed = Number(process.env.INTERLEAVING_SEED ?? 1);
/** Until then each pair goes on with other random schedules, by turns; for runs by hand. */
const minutes = Number(process.env.INTERLEAVING_MINUTES ?? 0);

/** Boundaries that the random schedules of one pair may pass within `npm test`: short steps are tried more often, at one price. */
const PASSED_BY_PAIR = 10_500;

/** More would find the same again, even for the shortest steps. */
const MOST_SCHEDULES = 1_000;

/** The tests of one group of pairs: no interleaving of any pair breaks a promise. */
export function proveInterleavings(group: string, pairs: readonly Pair[]): void {
  const chosen = pairs.filter((pair) => !onlyPair || nameOf(pair) === onlyPair);
  describe.skipIf(chosen.length === 0)(`interleavings: ${group}`, () => {
    it.each(chosen.map((pair) => ({ name: nameOf(pair), pair })))(
      '$name: whatever is green is true, and nothing is lost, doubled or left behind',
      async ({ pair }) => {
        const told = await tryPair(group, pair, minutes / chosen.length);
        expect(told.slice(0, MOST_TOLD)).toEqual([]);
      },
      300_000 + minutes * 120_000,
    );
  });
}

const NEITHER: Depth = { again: false, later: false };
/** Never both: a third run tidies up what would still be there thirty days later. */
const AGAIN: Depth = { again: true, later: false };
const LATER: Depth = { again: false, later: true };
const DEPTHS: readonly Depth[] = [AGAIN, LATER];

async function tryPair(group: string, pair: Pair, ownMinutes: number): Promise<readonly string[]> {
  const told: string[] = [];
  const greens = { A: 0, B: 0 };
  let tried = 0;
  for (const { schedule, depth } of await schedulesOf(pair, ownMinutes)) {
    const { violations, isGreen } = await interleave(pair, schedule, depth);
    greens.A += Number(isGreen.A);
    greens.B += Number(isGreen.B);
    tried += 1;
    const name = `${nameOf(pair)} ${formatSchedule(schedule)}`;
    told.push(...violations.map((problem) => `INTERLEAVING="${name}": ${problem}`));
    tally({ proof, action: group, kind: 'interleavings' }, { violations: violations.length > 0 ? 1 : 0 });
    if (schedule.length === 2 && schedule[1] === 'end') tally({ proof, action: group, kind: 'boundaries' });
  }
  tally({ proof, action: group, kind: 'pairs' });
  // Red steps promise nothing: a pair that is never green would prove nothing.
  if (!onlySchedule) told.push(...neverGreen(pair, { greens, tried }));
  return told;
}

function neverGreen(pair: Pair, { greens, tried }: { greens: Record<StepName, number>; tried: number }) {
  return (['A', 'B'] as const)
    .filter((step) => greens[step] < tried / 10)
    .map((step) => `${nameOf(pair)}: ${step} was green in ${greens[step]} of ${tried} interleavings only`);
}

async function schedulesOf(pair: Pair, ownMinutes: number) {
  if (onlySchedule) {
    const schedule = parseSchedule(onlySchedule);
    return [AGAIN, LATER].map((depth) => ({ schedule, depth }));
  }
  return scheduled(pair, { boundaries: await boundariesOf(pair), until: performance.now() + ownMinutes * 60_000 });
}

/** What each step comes to at most, alone in the world and after the other one: what one has done, the other need not do. */
async function boundariesOf(pair: Pair): Promise<Readonly<Record<StepName, number>>> {
  const { boundaries: first } = await interleave(pair, ['end'], NEITHER);
  const { boundaries: second } = await interleave(pair, [{ moment: 'before', request: 1 }, 'end'], NEITHER);
  return { A: Math.max(first.A, second.A), B: Math.max(first.B, second.B) };
}

/**
 * Every whole schedule, by turns with a third run and with thirty days; then, by turns, one with each step cut once and one
 * with more cuts, none twice.
 */
function* scheduled(
  pair: Pair,
  { boundaries, until }: { boundaries: Readonly<Record<StepName, number>>; until: number },
): Generator<{ readonly schedule: Schedule; readonly depth: Depth }> {
  const seen = new Set<string>();
  for (const schedule of wholeSchedules(boundaries.A)) {
    seen.add(formatSchedule(schedule));
    yield { schedule, depth: schedule[0] !== 'end' && schedule[0]?.moment === 'before' ? AGAIN : LATER };
  }
  const random = randomFrom(seed * 7_919 + nameOf(pair).length);
  const cuts = shuffled(cutSchedules(boundaries), random);
  const draws = Math.min(MOST_SCHEDULES, PASSED_BY_PAIR / (boundaries.A + boundaries.B));
  for (let draw = 0; draw < draws || performance.now() < until; draw++) {
    const cut = draw % 2 === 0 ? cuts[draw / 2] : undefined;
    const schedule = cut ?? drawSchedule(random, boundaries);
    const name = formatSchedule(schedule);
    if (seen.has(name)) continue;
    seen.add(name);
    yield { schedule, depth: DEPTHS[draw % LOOKED_AT] ?? NEITHER };
  }
}
