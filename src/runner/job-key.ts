import type { ActionContext } from './context.ts';
import type { Door } from './door.ts';

/** Where a step keeps what tells its job from others, for the later steps of the same job. */
const VARIABLE = 'ATLAS_ACTIONS_JOB_ID';

/**
 * What is the same in every step of this job, and different in any other job that runs at the same time, also of one matrix. The
 * runner's tracking id is that, but it does not reach into containers, and Gitea's runner sets none; two jobs there may share
 * even the name of their runner. Then it is a random id, which the first step that needs one exports for the later ones.
 */
export function jobKeyOf({ variable, random, exportVariable }: Pick<Door, 'variable' | 'random' | 'exportVariable'>) {
  const text = (name: string) => variable(name) ?? '';
  // Workflows overwrite it, with the same value in all jobs, so that processes outlive a job.
  const trackingId = text('RUNNER_TRACKING_ID').startsWith('github_') ? text('RUNNER_TRACKING_ID') : '';
  let own = trackingId || text(VARIABLE);
  const jobKey: ActionContext['jobKey'] = () => {
    if (own === '') {
      own = [random(), random()].map((number) => number.toString(36).slice(2)).join('');
      exportVariable(VARIABLE, own);
    }
    return [...['GITHUB_RUN_ATTEMPT', 'GITHUB_JOB', 'RUNNER_NAME'].map(text), own].join(' ');
  };
  return jobKey;
}
