import type { ActionContext } from '../src/runner/context.ts';

/** Milliseconds after which a line is due even if nothing has changed. */
const QUIET = 30_000;

/**
 * Tells whether a line of progress is due: on every change of a state, else every half minute. `first` is the state that has
 * been told already; several things can be narrated beside each other, by name.
 */
export function lineIsDue(
  { clock }: Pick<ActionContext, 'clock'>,
  first?: string,
): (state: string, name?: string) => boolean {
  const told = new Map<string, { state: string; at: number }>();
  if (first !== undefined) told.set('', { state: first, at: clock.now() });
  return (state, name = '') => {
    const now = clock.now();
    const before = told.get(name);
    if (before?.state === state && now - before.at < QUIET) return false;
    told.set(name, { state, at: now });
    return true;
  };
}
