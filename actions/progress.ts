import type { ActionContext } from '../src/runner/context.ts';

/** Milliseconds after which a line is due even if nothing has changed; each further one that says the same waits twice as long. */
const QUIET = 30_000;
const LONGEST_QUIET = 5 * 60_000;

/**
 * Tells whether a line of progress is due: on every change of a state, else after half a minute, a minute, and so on. `first` is the state that has
 * been told already; several things can be narrated beside each other, by name.
 */
export function lineIsDue(
  { clock }: Pick<ActionContext, 'clock'>,
  first?: string,
): (state: string, name?: string) => boolean {
  const told = new Map<string, { state: string; at: number; quiet: number }>();
  if (first !== undefined) told.set('', { state: first, at: clock.now(), quiet: QUIET });
  return (state, name = '') => {
    const now = clock.now();
    const before = told.get(name);
    const isSame = before?.state === state;
    if (isSame && now - before.at < before.quiet) return false;
    told.set(name, { state, at: now, quiet: isSame ? Math.min(before.quiet * 2, LONGEST_QUIET) : QUIET });
    return true;
  };
}
