/** Lets callers that come while the work is under way share its result; the next one after its end starts it anew. */
export function singleFlight<Input, Result>(
  work: (input: Input) => Promise<Result>,
): (input: Input) => Promise<Result> {
  let running: Promise<Result> | undefined;
  return (input) => {
    running ??= work(input).finally(() => {
      running = undefined;
    });
    return running;
  };
}
