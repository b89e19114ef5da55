import { parse } from 'yaml';
import { z } from 'zod';

const workflow = z.object({
  jobs: z.record(
    z.string(),
    z.looseObject({
      steps: z.array(z.looseObject({ id: z.unknown().optional(), uses: z.unknown().optional() })).optional(),
    }),
  ),
});

/** Finds references to outputs that the step's action does not have, which the language service lets pass. */
export function wrongOutputReferences(
  text: string,
  outputsOf: (uses: string) => ReadonlySet<string> | undefined,
): readonly string[] {
  const parsed = workflow.safeParse(parse(text, { logLevel: 'silent' }));
  if (!parsed.success) return [];
  return Object.entries(parsed.data.jobs).flatMap(([job, { steps = [], ...rest }]) => {
    const outputs = new Map(
      steps.map(({ id, uses }) => [String(id), typeof uses === 'string' ? outputsOf(uses) : undefined]),
    );
    return references(JSON.stringify([steps, rest])).flatMap(([step, output]) => {
      const declared = outputs.get(step);
      return declared === undefined || declared.has(output)
        ? []
        : [`job "${job}": step "${step}" has no output "${output}"`];
    });
  });
}

function references(text: string): ReadonlyArray<readonly [step: string, output: string]> {
  return [...text.matchAll(/\bsteps\.([\w-]+)\.outputs(?:\.([\w-]+)|\['([^']+)'\])/g)].map(
    ([, step = '', dotted, quoted]) => [step, dotted ?? quoted ?? ''] as const,
  );
}
