import type { Clock } from './clock.ts';

/**
 * Atlas's own time, from the Date of its answers. Whoever compares times of Atlas with the step's must err towards late:
 * too late costs a wait or a new snapshot, too early takes an old one for new.
 */
export interface AtlasTime {
  readonly observe: (headers: Headers) => void;
  /** The latest that it can be now; undefined where Atlas has not said, or so far from this machine's clock that one of them is wrong. */
  readonly now: () => number | undefined;
  /** The latest that it can have been at the first answer; undefined as above. */
  readonly atFirstAnswer: () => number | undefined;
  /** What to count an expiry from that is written to Atlas: Atlas's own clock ends it, however far this machine's is from that. */
  readonly forExpiry: () => number;
}

/** Milliseconds by which two clocks may differ before neither is believed. */
const BELIEVABLE = 300_000;

/** A Date tells whole seconds, cut off. */
const RESOLUTION = 1_000;

/** Keeps Atlas's time by the Date headers that it is shown. */
export function createAtlasTime(clock: Clock): AtlasTime {
  let first: number | undefined;
  let offset: number | undefined;
  let saidOffset = 0;
  return {
    observe(headers) {
      const date = parseDate(headers.get('Date'));
      if (date === undefined) return;
      const latest = date + RESOLUTION;
      saidOffset = date - clock.now();
      offset = Math.abs(latest - clock.now()) > BELIEVABLE ? undefined : latest - clock.now();
      if (offset !== undefined) first ??= latest;
    },
    now: () => (offset === undefined ? undefined : clock.now() + offset),
    atFirstAnswer: () => (offset === undefined ? undefined : first),
    forExpiry: () => clock.now() + saidOffset,
  };
}

/** The one form that servers send: `Sun, 06 Nov 1994 08:49:37 GMT`. */
function parseDate(header: string | null): number | undefined {
  if (!header || !/^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/.test(header)) return undefined;
  const time = Date.parse(header);
  return Number.isNaN(time) ? undefined : time;
}
