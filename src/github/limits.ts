import type { Clock } from '../runner/context.ts';

/** How long GitHub is waited for, with all repetitions. */
export interface TimeLimit {
  /** Aborts when it is over. */
  readonly signal: AbortSignal;
  readonly isOver: () => boolean;
  /** Whether a wait of so many milliseconds is shorter than what is left. */
  readonly fits: (milliseconds: number) => boolean;
  /** Waits before a repetition; false, at once, where so much is not left, and when it is over meanwhile. */
  readonly sleep: (milliseconds: number, signal: AbortSignal) => Promise<boolean>;
  /** Completes "did not answer within …". */
  readonly words: string;
}

/** What is asked of GitHub, by how much of the step's remaining time it may take. */
const shares = {
  /** A courtesy: the step has done its work, and needs the rest of its time for its last look at Atlas. */
  comment: { longest: 20_000, share: 0.5, words: 'that a comment may take' },
  /** One of several questions: what needs no answer to them must not suffer by it. */
  question: { longest: 120_000, share: 0.25, words: 'that one question may take' },
  /** What the step has been asked to do. */
  task: { longest: Number.POSITIVE_INFINITY, share: 1, words: 'that are left of timeout-minutes' },
} as const;

/** The time limit for something that is asked of GitHub now, in a step that ends at `endsAt`. */
export function limitFor(what: keyof typeof shares, { clock, endsAt }: { clock: Clock; endsAt: number }): TimeLimit {
  const { longest, share, words } = shares[what];
  // Timers take whole milliseconds only.
  const milliseconds = Math.floor(Math.min(longest, (endsAt - clock.now()) * share));
  return limitOf(Math.max(0, milliseconds), { clock, words });
}

/** A time limit of so many milliseconds from now; `words` completes "the 20 s …". */
export function limitOf(milliseconds: number, { clock, words }: { clock: Clock; words: string }): TimeLimit {
  const over = Number.isFinite(milliseconds) ? clock.timeout(milliseconds) : new AbortController().signal;
  let left = milliseconds;
  return {
    signal: over,
    isOver: () => left <= 0 || over.aborted,
    fits: (wait) => wait < left && !over.aborted,
    words: `the ${Math.round(milliseconds / 1_000)} s ${words}`,
    async sleep(wait, signal) {
      if (wait >= left) return false;
      left -= wait;
      try {
        await clock.sleep(wait, AbortSignal.any([signal, over]));
        return true;
      } catch (error) {
        if (signal.aborted || !over.aborted) throw error;
        return false;
      }
    },
  };
}
