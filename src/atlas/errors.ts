import { hintFor } from './hints.ts';

/** What was tried, for messages: completes "Could not …". */
export interface Attempt {
  /** "take a snapshot of cluster "orders" in project 5f…". */
  readonly task: string;
  /** Least role that Atlas asks for it; undefined where none is asked for. */
  readonly role?: string;
}

/** An answer of Atlas that is not a success, with the fields that Atlas gives it (all of them may be absent). */
export interface ErrorAnswer {
  readonly status: number;
  readonly code: string | undefined;
  readonly detail: string | undefined;
  readonly parameters: readonly unknown[];
}

/**
 * Atlas said no. Match on `status` and `code`, never on the message, which is for the author of the workflow: what was
 * tried, what Atlas answered, what to do next.
 */
export class AtlasError extends Error {
  override readonly name = 'AtlasError';
  readonly status: number;
  readonly code: string | undefined;
  readonly parameters: readonly unknown[];
  /** The message without the hint, for whoever knows more. */
  readonly facts: string;

  constructor(attempt: Attempt, answer: ErrorAnswer) {
    const said = [answer.status, answer.code].filter(Boolean).join(' ');
    const detail = answer.detail ? `, "${answer.detail}"` : '';
    const facts = `Could not ${attempt.task}: Atlas answered ${said}${detail}.`;
    super(`${facts} ${hintFor(answer, attempt)}`.trim());
    this.facts = facts;
    this.status = answer.status;
    this.code = answer.code;
    this.parameters = answer.parameters;
  }
}

/**
 * No answer came. `refused`: nothing was carried out. `final`: nor would it be at another try. `broken`: it may have taken effect.
 */
export class NetworkError extends Error {
  override readonly name = 'NetworkError';
  readonly kind: 'refused' | 'final' | 'broken';
  /** Milliseconds after which the other side wants to be asked again, if it said so. */
  readonly retryAfter: number | undefined;

  constructor(
    message: string,
    options: { kind: NetworkError['kind']; cause: unknown; retryAfter?: number | undefined },
  ) {
    super(message, { cause: options.cause });
    this.kind = options.kind;
    this.retryAfter = options.retryAfter;
  }

  /** The same failure, told with what was being tried. */
  during({ task }: Attempt): NetworkError {
    const hint = "Check the runner's network, and base-url if it is set; see https://status.mongodb.com.";
    return new NetworkError(`Could not ${task}: ${this.message}. ${hint}`, { kind: this.kind, cause: this });
  }
}

/** A success that cannot be read: not JSON, or without a field that it must have. */
export class UnreadableAnswer extends Error {
  override readonly name = 'UnreadableAnswer';

  constructor({ task }: Attempt, { status, problem }: { status: number; problem: string }) {
    super(
      `Could not ${task}: Atlas answered ${status} with a body that cannot be read (${problem}). ` +
        `If base-url is set, check that it is Atlas's; otherwise try again.`,
    );
  }
}

/** Something was not done in the time that it was given. */
export class TimedOut extends Error {
  override readonly name = 'TimedOut';
}

/** What happened, without a hint where there is one, for a line that says what is done about it. */
export function factsOf(error: unknown): string {
  return error instanceof AtlasError ? error.facts : messageOf(error);
}

/** What happened, with the hint. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Whether a request may have taken effect although it failed; then look before sending it again. */
export function mayHaveTakenEffect(error: unknown): boolean {
  if (error instanceof NetworkError) return error.kind === 'broken';
  if (error instanceof AtlasError) return error.status >= 500 || error.status === 408;
  return error instanceof UnreadableAnswer;
}

/**
 * Whether the same question may be answered later: a poll loop survives a few of these. Atlas has been seen to answer 401
 * USER_UNAUTHORIZED to a single GET in the middle of a run.
 */
export function mayPass(error: unknown): boolean {
  if (error instanceof NetworkError) return error.kind !== 'final';
  if (error instanceof AtlasError) return error.status >= 500 || [401, 408, 429].includes(error.status);
  return error instanceof UnreadableAnswer;
}
