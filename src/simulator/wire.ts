/** A request as it came in, by whichever door. */
export interface Arrival {
  readonly method: string;
  /** Scheme and host that the caller used. */
  readonly origin: string;
  /** Path and query exactly as received: digest answers are computed over them. */
  readonly target: string;
  readonly headers: Headers;
  readonly body: string;
  /** Where the caller really is. */
  readonly address: string;
  /** Aborted when the caller leaves. */
  readonly signal: AbortSignal;
}

/** What goes back to the caller. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

type BreakCode = 'ECONNREFUSED' | 'ECONNRESET';

/** How an exchange ends: with an answer, or with a connection that breaks. */
export type Outcome =
  | { readonly kind: 'answer'; readonly answer: Answer }
  | { readonly kind: 'dropped'; readonly code: BreakCode };

/** A simulated server, as the doors see it. */
export type Exchange = (arrival: Arrival) => Promise<Outcome>;

/** Ends an exchange with an answer. */
export function answered(answer: Answer): Outcome {
  return { kind: 'answer', answer };
}

/** Ends an exchange by breaking the connection. */
export function dropped(code: BreakCode): Outcome {
  return { kind: 'dropped', code };
}
