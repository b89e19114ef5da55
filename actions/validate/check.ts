import { AtlasError, factsOf, NetworkError, UnreadableAnswer } from '../../src/atlas/errors.ts';

/** One thing that was looked at. */
export interface Check {
  /** What was looked at, in a few words. */
  readonly check: string;
  /** What cannot be known is no failure. */
  readonly result: 'ok' | 'failed' | 'unknown';
  /** The actions that need it; empty where all do. */
  readonly for: readonly string[];
  /** What was found. */
  readonly detail: string;
  /** What to do about it; empty where there is nothing to do. */
  readonly fix: string;
}

/** What was found of one thing. */
export type Finding = Pick<Check, 'result' | 'detail' | 'fix'>;

/** All is well. */
export function ok(detail: string): Finding {
  return { result: 'ok', detail, fix: '' };
}

/** Something must be put right. */
export function failed(detail: string, fix: string): Finding {
  return { result: 'failed', detail, fix };
}

/** Nobody can tell. */
export function unknown(detail: string, fix = ''): Finding {
  return { result: 'unknown', detail, fix };
}

/** What a failed request means; undefined where it says nothing of Atlas, and should end the step. */
export function findingOf(error: unknown): Finding | undefined {
  if (error instanceof AtlasError) return failed(error.facts, error.message.slice(error.facts.length).trim());
  if (error instanceof NetworkError || error instanceof UnreadableAnswer) return failed(factsOf(error), '');
  return undefined;
}
