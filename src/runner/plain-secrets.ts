import type { ActionDefinition } from '../definition/action.ts';
import type { JobSource } from './job.ts';

/**
 * Warns about secrets that GitHub does not know to be secret. The runner prints a step's inputs before the step starts, so
 * a value that is not a GitHub secret has been in the log before it can be masked here. Two such sources can be seen from
 * inside a job: the workflow's own text, and the payload of a dispatch event.
 */
export function findPlainSecrets(
  definition: ActionDefinition,
  given: ReadonlyMap<string, string>,
  source: JobSource,
): readonly string[] {
  const secrets = [...given].filter(([name, value]) => definition.inputs[name]?.secret && value.length >= 6);
  if (secrets.length === 0) return [];
  const places = [
    { where: 'the workflow file', text: source.readText(workflowPath(source)) },
    { where: 'the event that started this run', text: source.readText(source.variable('GITHUB_EVENT_PATH') ?? '') },
  ];
  return places.flatMap(({ where, text }) =>
    secrets
      .filter(([, value]) => text?.includes(value) || text?.includes(JSON.stringify(value).slice(1, -1)))
      .map(
        ([name]) =>
          `${name} stands as plain text in ${where}, so it has already been printed by the runner. ` +
          `Replace the credential, store the new one as a GitHub secret and pass \${{ secrets.… }}.`,
      ),
  );
}

/** `owner/name/.github/workflows/x.yml@ref` → the file in the workspace, if the job has checked it out. */
function workflowPath({ variable }: JobSource): string {
  const reference = variable('GITHUB_WORKFLOW_REF')?.split('@')[0] ?? '';
  return `${variable('GITHUB_WORKSPACE') ?? ''}/${reference.split('/').slice(2).join('/')}`;
}
