import { listAccessList } from '../../src/atlas/access-list.ts';
import type { AtlasClient } from '../../src/atlas/client.ts';
import type { InputsOf } from '../../src/definition/action.ts';
import type { Environment } from '../../src/environment/environment.ts';
import type { ActionContext, ActionResult } from '../../src/runner/context.ts';
import { writePreviewComment } from '../preview-comment.ts';
import type { provision as definition } from './action.ts';

interface Finish {
  readonly inputs: InputsOf<typeof definition>;
  readonly context: ActionContext<typeof definition>;
}

/** What makes a green step useless all the same; looked at where something was created, so that a re-run costs nothing. */
export async function warnOfWhatIsMissing(
  groupId: string,
  { client, inputs, context, outcome, users }: Finish & { client: AtlasClient; outcome: string; users: number },
): Promise<void> {
  if (inputs['password-seed'] !== undefined && users === 0) {
    context.log.warning(
      'password-seed is given, but no user is asked for, so there is no connection string. Name a user, or use environment.',
    );
  }
  if (outcome !== 'created') return;
  const entries = await listAccessList(client, groupId);
  if (entries.length > 0) return;
  context.log.warning(
    `The IP access list of project ${groupId} is empty: nobody can connect. Set runner-ip: true for the job's own address, or name addresses under network-access of a spec.`,
  );
}

/** Writes the comment on the pull request, if the author wants one. */
export async function commentOn(
  { outputs }: ActionResult<typeof definition>,
  { environment, inputs, context }: Finish & { environment: Environment | undefined },
): Promise<void> {
  if (!inputs.comment || !environment) return;
  const text = (value: unknown) => (typeof value === 'string' ? value : undefined);
  await writePreviewComment(context, {
    token: inputs['github-token'] ?? '',
    projectId: text(outputs['project-id']) ?? '',
    environment: environment.name,
    title: ['Atlas environment', ''],
    facts: [
      ['Cluster', text(outputs['cluster-name'])],
      ['MongoDB', text(outputs['mongodb-version'])],
      ['Host', text(outputs.host)],
      ['Expires', text(outputs['expires-at'])],
      ['Last run', `${text(outputs.outcome)}, ${context.job.runUrl}`],
    ],
  });
}
