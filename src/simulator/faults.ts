/** What can go wrong on purpose. Kinds that end in `-after`, `cut-after` and `garbage` let the effect happen. */
export type FaultKind =
  | 'refuse'
  | 'cut-before'
  | 'cut-after'
  | 'status-401'
  | 'status-429'
  | 'status-500'
  | 'status-500-after'
  | 'status-503-empty'
  | 'garbage'
  | 'slow'
  | 'stall'
  | 'error';

/** All kinds, for help texts and for reading faults from outside. */
export const faultKinds: readonly FaultKind[] = [
  'refuse',
  'cut-before',
  'cut-after',
  'status-401',
  'status-429',
  'status-500',
  'status-500-after',
  'status-503-empty',
  'garbage',
  'slow',
  'stall',
  'error',
];

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
  /** For `error`: any other answer of Atlas. */
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
  /** The fault that hits this request, if any. The first that fires takes it; later ones do not see it. */
  take(subject: FaultSubject): Fault | undefined;
  readonly armed: readonly Fault[];
}

/** Makes an empty set of faults. */
export function createFaults(): Faults {
  const entries: Array<{ readonly fault: Fault; seen: number }> = [];
  return {
    add: (fault) => {
      const entry = { fault, seen: 0 };
      entries.push(entry);
      return () => {
        const index = entries.indexOf(entry);
        if (index >= 0) entries.splice(index, 1);
      };
    },
    clear: () => {
      entries.length = 0;
    },
    take: (subject) => entries.find((entry) => matches(entry.fault.match ?? {}, subject) && fires(entry))?.fault,
    get armed() {
      return entries.map(({ fault }) => fault);
    },
  };
}

/** Reads a fault from a line such as `POST /backup/snapshots status-500-after`; `#2` after the path means the second. */
export function parseFault(line: string): Fault {
  const [method, place, kindText, ...rest] = line.trim().split(/\s+/);
  const kind = faultKinds.find((known) => known === kindText);
  if (method === undefined || place === undefined || kind === undefined || rest.length > 1) {
    throw new Error(
      `Cannot read the fault "${line}": expected METHOD PATH KIND [NUMBER], KIND one of ${faultKinds.join(', ')}`,
    );
  }
  const [path = '', nth] = place.split('#');
  const number = rest[0] === undefined ? undefined : Number(rest[0]);
  return {
    kind,
    match: {
      ...(method === '*' ? {} : { method }),
      ...(path === '*' ? {} : { path }),
      ...(nth === undefined ? {} : { nth: Number(nth) }),
    },
    ...(number !== undefined && kind === 'status-429' ? { retryAfterSeconds: number } : {}),
    ...(number !== undefined && kind === 'slow' ? { milliseconds: number } : {}),
  };
}

function fires(entry: { readonly fault: Fault; seen: number }): boolean {
  const { nth = 1, times = 1 } = entry.fault.match ?? {};
  entry.seen += 1;
  return entry.seen >= nth && entry.seen < nth + times;
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
