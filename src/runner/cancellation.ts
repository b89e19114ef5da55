/** The runner, or a person, wants the step to end. */
export class Cancelled extends Error {
  override readonly name = 'Cancelled';

  constructor(signal: string) {
    super(`The job was cancelled (${signal}).`);
  }
}

/**
 * Turns the runner's signals into one abort. GitHub sends SIGINT, SIGTERM 7.5 s later and kills 2.5 s after that; on
 * Windows Ctrl-C and Ctrl-Break (actions/runner, ProcessInvoker.cs). Without a handler Node would die at once.
 */
export function watchSignals(): AbortSignal {
  const controller = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGBREAK'] as const) {
    process.on(signal, () => {
      controller.abort(new Cancelled(signal));
      // Whatever still holds the process then is not worth the runner's patience.
      setTimeout(() => process.exit(1), EXIT_AFTER_MS).unref();
    });
  }
  return controller.signal;
}

const EXIT_AFTER_MS = 1_800;
