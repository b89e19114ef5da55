import { parse } from 'yaml';
import { z } from 'zod';

/** What the emulator runs of a workflow; whatever else GitHub knows, such as permissions, is left to the language service. */
const scalar = z.union([z.string(), z.number(), z.boolean()]).transform(String);
const values = z.record(z.string(), scalar).default({});

const step = z.object({
  id: z.string().optional(),
  name: z.string().optional(),
  if: scalar.optional(),
  uses: z.string().optional(),
  run: z.string().optional(),
  with: values,
  env: values,
  'continue-on-error': z.boolean().default(false),
});

const job = z.object({
  needs: z.union([z.string().transform((name) => [name]), z.array(z.string())]).default([]),
  if: scalar.optional(),
  strategy: z.object({ matrix: z.record(z.string(), z.array(scalar)) }).optional(),
  outputs: values,
  env: values,
  steps: z.array(step),
});

const workflow = z.object({ env: values, jobs: z.record(z.string(), job) });

export type Values = Readonly<Record<string, string>>;
export type WorkflowStep = z.output<typeof step>;
export type WorkflowJob = z.output<typeof job>;
export type Workflow = z.output<typeof workflow>;

/** Reads a workflow's text. */
export function parseWorkflow(text: string): Workflow {
  return workflow.parse(parse(text));
}

/** One set of values a job of the matrix; a single empty one without a matrix. */
export function matrixOf({ strategy }: WorkflowJob): readonly Values[] {
  const axes = Object.entries(strategy?.matrix ?? {});
  return axes.reduce<readonly Record<string, string>[]>(
    (sets, [name, choices]) => sets.flatMap((set) => choices.map((choice) => ({ ...set, [name]: choice }))),
    [{}],
  );
}
