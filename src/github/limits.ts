import type { Clock } from '../runner/context.ts';

/** Until when GitHub is waited for, with all repetitions. */
export interface TimeLimit {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Completes "did not answer within …". */
  readonly words: string;
}

/** What is asked of GitHub, by how much of the step's remaining time it may take. */
const shares = {
  /** A courtesy: the step has done its work, and needs the rest of its time for its last look at Atlas. */
  comment: { longest: 20_000, share: 0.5, words: 'that a comment may take' },
  /** One of several questions: what needs no answer to them must not suffer by it. */
  question: { longest: Number.POSITIVE_INFINITY, share: 0.25, words: 'that one question may take' },
  /** What the step has been asked to do. */
  task: { longest: Number.POSITIVE_INFINITY, share: 1, words: 'that are left of timeout-minutes' },
} as const;

/** The time limit for something that is asked of GitHub now, in a step that ends at `endsAt`. */
export function limitFor(what: keyof typeof shares, { clock, endsAt }: { clock: Clock; endsAt: number }): TimeLimit {
  const { longest, share, words } = shares[what];
  const now = clock.now();
  const milliseconds = Math.max(0, Math.min(longest, (endsAt - now) * share));
  return { at: now + milliseconds, words: `the ${Math.round(milliseconds / 1_000)} s ${words}` };
}
