import type { ActionResult } from './action-run.ts';

/**
 * Gathers what others can see of a stage, for `findLeaks`: log, summary and annotations as the runner publishes them, stderr as
 * written (its lines may overtake the masks), and outputs, state and environment as the masks of the job would show them.
 */
export function exposedTexts(result: ActionResult): Readonly<Record<string, string>> {
  const masked = (values: Readonly<Record<string, string>>): string =>
    Object.entries(values)
      .map(([name, value]) => `${name}=${result.masker.mask(value)}`)
      .join('\n');
  return {
    log: result.log,
    stderr: result.rawStderr,
    summary: result.summary,
    annotations: result.annotations
      .map(({ title, message, file = '' }) => [title, message, file].join('\n'))
      .join('\n'),
    outputs: masked(result.outputs),
    state: masked(result.state),
    env: masked(result.env),
  };
}
