/** The two steps of an interleaving. */
export type StepName = 'A' | 'B';

/** A boundary of a step: before its nth request leaves, or after that took effect and before its answer; from 1. */
export interface Boundary {
  readonly moment: 'before' | 'after';
  readonly request: number;
}

/** Where a step stops and the other one goes on; `end` where it runs until its end. */
export type Stop = Boundary | 'end';

/**
 * An order of two steps: A runs until the first stop, then B until the second, A until the third, and so on; after the last
 * stop each one that is left runs until its end.
 */
export type Schedule = readonly Stop[];

/** The number of a boundary among all of its step, from 1. */
export function numberOf({ moment, request }: Boundary): number {
  return request * 2 - (moment === 'before' ? 1 : 0);
}

/** The boundary with this number. */
export function boundaryAt(number: number): Boundary {
  return { moment: number % 2 === 1 ? 'before' : 'after', request: Math.ceil(number / 2) };
}

/** A schedule in one word: "before-3,end". */
export function formatSchedule(schedule: Schedule): string {
  return schedule.map((stop) => (stop === 'end' ? stop : `${stop.moment}-${stop.request}`)).join(',');
}

/** Reads what `formatSchedule` writes. */
export function parseSchedule(text: string): Schedule {
  return text.split(',').map((word): Stop => {
    if (word === 'end') return word;
    const [, moment, request] = /^(before|after)-([1-9]\d*)$/.exec(word) ?? [];
    if (moment === undefined) throw new Error(`"${word}" is not a stop such as before-3, after-3 or end.`);
    return { moment: moment === 'before' ? 'before' : 'after', request: Number(request) };
  });
}

/** B whole at every boundary of A. */
export function wholeSchedules(boundariesOfA: number): readonly Schedule[] {
  return Array.from({ length: boundariesOfA }, (_, index) => [boundaryAt(index + 1), 'end']);
}

/**
 * Each step cut once: A has seen what it decides by, B acts on that and stops, A runs until its end. The cuts are behind the
 * answers of A and before the requests of B: others show the same worlds.
 */
export function cutSchedules(boundaries: Readonly<Record<StepName, number>>): readonly Schedule[] {
  const requestsOf = (step: StepName) =>
    Array.from({ length: Math.ceil(boundaries[step] / 2) }, (_, index) => index + 1);
  return requestsOf('A').flatMap((ofA) =>
    requestsOf('B')
      .slice(1)
      .map((ofB): Schedule => [{ moment: 'after', request: ofA }, { moment: 'before', request: ofB }, 'end']),
  );
}

/** The same items in an order that chance decides. */
export function shuffled<Item>(items: readonly Item[], random: () => number): readonly Item[] {
  return items
    .map((item) => ({ item, place: random() }))
    .toSorted((one, other) => one.place - other.place)
    .map(({ item }) => item);
}

/**
 * Both steps cut at boundaries that chance decides: A, B, A, B, and then each until its end. Each cut but the first of A may
 * be the step's end, because what a step has decided early is worth most to the other one late.
 */
export function drawSchedule(random: () => number, boundaries: Readonly<Record<StepName, number>>): Schedule {
  const passed = { A: 0, B: 0 };
  const stops: Stop[] = [];
  for (const step of ['A', 'B', 'A', 'B'] as const) {
    const left = boundaries[step] - passed[step];
    const isEnd = left === 0 || (stops.length > 0 && random() < 1 / 4);
    passed[step] = isEnd ? boundaries[step] : passed[step] + 1 + Math.floor(random() * left);
    stops.push(isEnd ? 'end' : boundaryAt(passed[step]));
  }
  while (stops.length > 1 && stops.at(-1) === 'end' && stops.at(-2) === 'end') stops.pop();
  return stops;
}

/** Numbers from 0 up to 1 that a seed decides. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
