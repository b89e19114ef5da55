import type { Fault } from '../../../src/simulator/faults.ts';
import type { Place } from './survey.ts';

/** How a request can fare, by the name that it has in the report. */
export interface FaultKind {
  readonly name: string;
  readonly fault: Omit<Fault, 'match'>;
  /** Another try or a look cures it, so that no step may be red for it. */
  readonly passes: boolean;
  /** Differs from its neighbour only where a request has an effect. */
  readonly forEffect?: true;
  /** Differs from its neighbour in how long is waited. */
  readonly forWaiting?: true;
}

export const faultKinds: readonly FaultKind[] = [
  { name: 'refused', fault: { kind: 'refuse' }, passes: true },
  { name: 'cut before its effect', fault: { kind: 'cut-before' }, passes: true },
  { name: 'cut after its effect', fault: { kind: 'cut-after' }, passes: true },
  { name: '429, Retry-After 0', fault: { kind: 'status-429', retryAfterSeconds: 0 }, passes: true },
  { name: '429, Retry-After 2', fault: { kind: 'status-429', retryAfterSeconds: 2 }, passes: true, forWaiting: true },
  { name: '500', fault: { kind: 'status-500' }, passes: true },
  { name: '500 with effect', fault: { kind: 'status-500-after' }, passes: true, forEffect: true },
  { name: '503, empty', fault: { kind: 'status-503-empty' }, passes: true },
  { name: '401, no right', fault: { kind: 'status-401' }, passes: false },
  { name: '401, challenge', fault: { kind: 'status-401', plain: true }, passes: false },
  { name: 'garbage', fault: { kind: 'garbage' }, passes: true },
  { name: 'stalled', fault: { kind: 'stall', effect: false }, passes: true },
  { name: 'stalled with effect', fault: { kind: 'stall', effect: true }, passes: true, forEffect: true },
];

/** What may last until the end of a run. */
const outages: readonly string[] = ['refused', 'cut after its effect', '401, challenge', 'garbage', 'stalled'];

/** Of these, what is tried also where the request before it was a read: of one that passes, and of one that does not. */
const outagesBehindReads: readonly string[] = ['cut after its effect', '401, challenge'];

/** Ends of a process: asked to end; asked and then killed, its post step still run; killed with the whole machine. */
export type End = 'SIGINT' | 'SIGTERM, then kill' | 'SIGKILL';

/** Before the request has left, after its effect and before its answer, or with its answer. */
export type Moment = 'before' | 'after' | 'answered';

/** One thing that goes wrong, at one request. */
export type Mishap =
  | { readonly kind: 'fault'; readonly fault: FaultKind; readonly isLasting: boolean; readonly place: Place }
  | { readonly kind: 'end'; readonly end: End; readonly moment: Moment; readonly place: Place };

/**
 * Every mishap that can befall these requests, but for those that cannot differ from another one:
 * - a read has no effect, so what differs by that alone is tried with writes only;
 * - of the two values of Retry-After, one is tried at the first request of each method only: waiting is all that differs;
 * - what passes at a read is cured by the client, and no action sees it: all kinds are tried in the first scenario of each
 *   kind of credentials (`isFirst`), one in the others;
 * - a read behind a read finds Atlas as that one did. An outage that begins there differs from one that began just before
 *   by a single read, so one that passes and one that does not are tried; and a process ends there as it does with the answer of
 *   the read before, so it is asked to end with each answer, and killed where something has just been written;
 * - no signal reaches a post step: the runner sends it to main.
 * (The survey leaves out polls that got the same answer as the ones around them.)
 */
export function everyMishap(places: readonly Place[], { isFirst }: { isFirst: boolean }): readonly Mishap[] {
  return places.flatMap((place) => {
    const before = places.slice(0, places.indexOf(place));
    const isNewMethod = !before.some(({ step, method }) => step === place.step && method === place.method);
    const once = faultKinds.filter(
      (kind) =>
        (place.writes || !kind.forEffect) &&
        (isNewMethod || !kind.forWaiting) &&
        (place.writes || isFirst || !kind.passes || kind.name === 'cut after its effect'),
    );
    const previous = before.findLast(({ step }) => step === place.step);
    const followsRead = previous !== undefined && !previous.writes;
    const begin = followsRead && !place.writes ? outagesBehindReads : outages;
    const lasting = faultKinds.filter(({ name }) => begin.includes(name));
    return [
      ...once.map((fault) => ({ kind: 'fault', fault, isLasting: false, place }) as const),
      ...lasting.map((fault) => ({ kind: 'fault', fault, isLasting: true, place }) as const),
      ...endsAt(place, { followsRead }),
    ];
  });
}

const endsOfWrites: Readonly<Record<End, readonly Moment[]>> = {
  SIGINT: ['before', 'after', 'answered'],
  'SIGTERM, then kill': ['before', 'after'],
  SIGKILL: ['before', 'after'],
};

const endsOfReads: Readonly<Record<End, readonly Moment[]>> = {
  SIGINT: ['before', 'answered'],
  'SIGTERM, then kill': ['before'],
  SIGKILL: ['before'],
};

const endsOfReadsBehindReads: Readonly<Record<End, readonly Moment[]>> = {
  SIGINT: ['answered'],
  'SIGTERM, then kill': [],
  SIGKILL: [],
};

function endsAt(place: Place, { followsRead }: { followsRead: boolean }): readonly Mishap[] {
  const ofReads = followsRead ? endsOfReadsBehindReads : endsOfReads;
  // The keys of the table are the ends.
  const ends = Object.entries(place.writes ? endsOfWrites : ofReads) as [End, readonly Moment[]][];
  return ends
    .filter(([end]) => place.step === 'main' || end === 'SIGKILL')
    .flatMap(([end, moments]) => moments.map((moment) => ({ kind: 'end', end, moment, place }) as const));
}

/** The row of the report that a mishap counts for. */
export function kindOf(mishap: Mishap): string {
  if (mishap.kind === 'end') return mishap.end;
  return mishap.isLasting ? `from there on: ${mishap.fault.name}` : mishap.fault.name;
}

/** Says what happened where, for whoever reads a failure. */
export function describeMishap(mishap: Mishap): string {
  const { step, at, what } = mishap.place;
  const moment = mishap.kind === 'end' ? ` ${mishap.moment}` : '';
  return `${kindOf(mishap)}${moment}, request ${at} of ${step} (${what})`;
}
