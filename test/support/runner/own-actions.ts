import { actions } from '../../../actions/index.ts';
import type { ActionResult, RunActionOptions } from './action-run.ts';
import { exposedTexts } from './exposed-texts.ts';
import { findLeaks } from './leaks.ts';

type Stage = Pick<RunActionOptions, 'action' | 'inputs' | 'env' | 'secrets' | 'token'>;

/**
 * Throws where a stage of one of this repository's actions has let a secret be seen: one that the job has, one that the
 * action has been given or hands over, and whatever it has masked itself. The header of the step is the workflow's affair.
 */
export function assertNoLeaks(stage: Stage, result: ActionResult): void {
  const { stepHeader, log } = result;
  const texts = { ...exposedTexts(result), log: log.slice(stepHeader.length) };
  const leaks = findLeaks(texts, secretsOf(stage, result));
  if (leaks.length === 0) return;
  const told = leaks.map(({ text, secret, form, excerpt }) => `${secret} in ${text} (${form}): ${excerpt}`);
  throw new Error([`${stage.action} lets secrets be seen:`, ...told].join('\n'));
}

function secretsOf(stage: Stage, { masks, outputs }: ActionResult): readonly string[] {
  const definition = definitionIn(stage.action);
  const given = Object.entries(definition?.inputs ?? {}).flatMap(([name, { secret, fallback }]) =>
    secret ? [stage.inputs?.[name], fallback?.variable && stage.env?.[fallback.variable]] : [],
  );
  const handedOver = Object.entries(outputs).map(([name, value]) =>
    definition?.outputs[name]?.secret ? value : undefined,
  );
  const all = [...(stage.secrets ?? []), stage.token, ...given, ...handedOver, ...masks];
  return [...new Set(all.map((secret) => secret?.trim() ?? ''))].filter((secret) => secret !== '');
}

/** The root action is the first one; those of this repository's own workflows have no definition. */
function definitionIn(folder: string) {
  const found = folder === '.' ? actions[0] : actions.find(({ definition }) => definition.name === folder);
  if (!found && !folder.startsWith('.github/')) throw new Error(`There is no action in ${folder}.`);
  return found?.definition;
}
