/** Inputs that contradict, or a file of them that cannot be read; all problems at once. */
export class InputProblems extends Error {
  override readonly name = 'InputProblems';
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(problems.join('\n'));
    this.problems = problems;
  }
}

/** The problems that reading the inputs comes upon; faults of ours are none. */
export async function problemsIn(read: () => unknown): Promise<readonly string[]> {
  try {
    await read();
    return [];
  } catch (error) {
    if (error instanceof InputProblems) return error.problems;
    if (error instanceof Error && Object.getPrototypeOf(error) === Error.prototype) return [error.message];
    throw error;
  }
}
