/** What can go wrong on purpose, and what that is. The texts stand in the help of `npm run simulator`. */
export const faultKinds = {
  refuse: 'the connection is refused; nothing is done',
  'cut-before': 'the connection breaks, and nothing is done',
  'cut-after': 'the connection breaks, but the request is carried out',
  'status-401': '401 as to somebody without the right to do this; nothing is done',
  'status-429': '429, too many requests; NUMBER is what Retry-After says, in seconds',
  'status-500': '500, and nothing is done',
  'status-500-after': '500, but the request is carried out',
  'status-503-empty': '503 without a body, as from a proxy; nothing is done',
  garbage: 'the request is carried out, but the answer is not readable',
  slow: 'the right answer, but only after NUMBER real milliseconds (1000)',
  stall: 'the request is carried out, but no answer ever comes',
  error: 'another refusal; as JSON it can have status, errorCode and detail',
} as const;

export type FaultKind = keyof typeof faultKinds;

/** Reads the name of a kind. */
export function faultKindOf(name: unknown): FaultKind | undefined {
  // The keys of the table are the kinds.
  return (Object.keys(faultKinds) as FaultKind[]).find((kind) => kind === name);
}

/** What a request is for: a digest challenge, a token, the revocation of one, or the call itself. */
export type Leg = 'challenge' | 'token' | 'revoke' | 'call';

/** Which requests a fault takes. */
export interface FaultMatch {
  readonly method?: string;
  /** A text that the path (without query) or its template ends with, or a pattern for path and query. */
  readonly path?: string | RegExp;
  readonly operationId?: string;
  /** Without it, challenges are left alone, so that a fault meets the call that was meant. */
  readonly leg?: Leg | 'any';
  /** The first matching request that is hit, from 1. */
  readonly nth?: number;
  /** How many are hit from there on; 1 unless told, Infinity for all. */
  readonly times?: number;
}

/** A fault to arm. */
export interface Fault {
  readonly match?: FaultMatch;
  readonly kind: FaultKind;
  /** For `status-429`: what Retry-After says. */
  readonly retryAfterSeconds?: number;
  /** For `status-401`: the bare 401 with a challenge instead of USER_UNAUTHORIZED. */
  readonly plain?: boolean;
  /** For `slow`: real milliseconds until the answer. */
  readonly milliseconds?: number;
  /** For `slow` and `stall`: whether the request takes effect; it does unless told. */
  readonly effect?: boolean;
  /** For `error`: whatever else Atlas may answer. */
  readonly status?: number;
  readonly errorCode?: string;
  readonly detail?: string;
  readonly parameters?: ReadonlyArray<string | number>;
}

/** What a fault can be matched against. */
export interface FaultSubject {
  readonly method: string;
  /** Path and query. */
  readonly target: string;
  readonly pathTemplate: string | undefined;
  readonly operationId: string | undefined;
  readonly leg: Leg;
}

/** The armed faults of one simulator. */
export interface Faults {
  /** Arms a fault; the returned function disarms it. */
  add(fault: Fault): () => void;
  clear(): void;
  /**
   * The fault that hits this request, if any. Every fault counts every request that matches it, whichever takes it; of
   * two that are due, the one armed first takes it, and the other one the next.
   */
  take(subject: FaultSubject): Fault | undefined;
  readonly armed: readonly Fault[];
  /** Armed faults that have hit nothing yet. */
  readonly unfired: readonly Fault[];
}

interface Entry {
  readonly fault: Fault;
  seen: number;
  fired: number;
}

/** Makes an empty set of faults. */
export function createFaults(): Faults {
  const entries: Entry[] = [];
  return {
    add: (fault) => {
      const entry = { fault, seen: 0, fired: 0 };
      entries.push(entry);
      return () => {
        const index = entries.indexOf(entry);
        if (index >= 0) entries.splice(index, 1);
      };
    },
    clear: () => {
      entries.length = 0;
    },
    take: (subject) => {
      const matching = entries.filter(({ fault }) => matches(fault.match ?? {}, subject));
      for (const entry of matching) entry.seen += 1;
      const due = matching.find(isDue);
      if (due !== undefined) due.fired += 1;
      return due?.fault;
    },
    get armed() {
      return entries.map(({ fault }) => fault);
    },
    get unfired() {
      return entries.filter(({ fired }) => fired === 0).map(({ fault }) => fault);
    },
  };
}

function isDue({ fault, seen, fired }: Entry): boolean {
  const { nth = 1, times = 1 } = fault.match ?? {};
  return seen >= nth && fired < times;
}

function matches(match: FaultMatch, subject: FaultSubject): boolean {
  return (
    legMatches(match.leg, subject.leg) &&
    (match.method === undefined || match.method.toUpperCase() === subject.method) &&
    (match.operationId === undefined || match.operationId === subject.operationId) &&
    (match.path === undefined || pathMatches(match.path, subject))
  );
}

function legMatches(wanted: Leg | 'any' | undefined, leg: Leg): boolean {
  return wanted === 'any' || (wanted === undefined ? leg !== 'challenge' : wanted === leg);
}

function pathMatches(pattern: string | RegExp, { target, pathTemplate }: FaultSubject): boolean {
  if (pattern instanceof RegExp) return pattern.test(target);
  const [path = ''] = target.split('?');
  return path.endsWith(pattern) || (pathTemplate?.endsWith(pattern) ?? false);
}
