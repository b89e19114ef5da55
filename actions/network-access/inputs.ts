import { flag } from '../../src/definition/fields.ts';

/** Input of the actions that can open the runner's address for their job. */
export const runnerInputs = {
  'runner-ip': flag({
    description:
      "Open the project's IP access list for the address of this runner, for this job only: closed when the job ends, and by Atlas itself in any case.",
    default: false,
  }),
} as const;
