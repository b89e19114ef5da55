import { parse, stringify } from 'yaml';
import { z } from 'zod';
import { parseWorkflow } from './workflow.ts';

type Json = Record<string, unknown>;

const job = z.looseObject({
  uses: z.string().optional(),
  needs: z.union([z.string(), z.array(z.string())]).optional(),
  steps: z.array(z.looseObject({ uses: z.string().optional(), with: z.looseObject({}).nullish() })).optional(),
});
const file = z.looseObject({
  on: z.union([z.string(), z.array(z.string()), z.record(z.string(), z.unknown())]),
  jobs: z.record(z.string(), job),
});

/** A workflow as the emulator can run it. */
export interface ReadableWorkflow {
  readonly text: string;
  readonly events: readonly string[];
  /** What `workflow_dispatch` asks for. */
  readonly inputs: Readonly<Record<string, unknown>>;
  /** What is in the file and has no effect here, a sentence each. */
  readonly notes: readonly string[];
}

/** Reads a workflow; throws one sentence for what the emulator cannot run. `url` is where its Atlas is. */
export function readWorkflow(
  text: string,
  { name, url }: { readonly name: string; readonly url: string },
): ReadableWorkflow {
  const whole = file.safeParse(parsed(text, name));
  if (!whole.success)
    throw new Error(`${name} is not a workflow: it needs "on" and "jobs", each of its jobs a mapping.`);
  const { on, jobs } = whole.data;
  const notes: string[] = [];
  for (const [id, { uses, ...found }] of Object.entries(jobs)) {
    if (uses !== undefined)
      throw new Error(`The job ${id} of ${name} calls the reusable workflow ${uses}, which cannot be run here.`);
    for (const key of ['container', 'services'].filter((key) => found[key] !== undefined)) {
      notes.push(`"${key}" of the job ${id} is passed over: there are no containers here.`);
    }
    for (const { with: inputs } of found.steps ?? []) {
      // A workflow may name the real Atlas; a trial never reaches it.
      if (inputs?.['base-url'] !== undefined) inputs['base-url'] = url;
    }
  }
  const ordered = { ...whole.data, jobs: inOrder(jobs, name) };
  check(stringify(ordered), name);
  const events = typeof on === 'string' ? [on] : Array.isArray(on) ? on : Object.keys(on);
  const dispatch = z
    .looseObject({ workflow_dispatch: z.looseObject({ inputs: z.record(z.string(), z.unknown()) }) })
    .safeParse(on);
  return {
    text: stringify(ordered),
    events,
    inputs: dispatch.success ? dispatch.data.workflow_dispatch.inputs : {},
    notes,
  };
}

function parsed(text: string, name: string): unknown {
  try {
    return parse(text);
  } catch (error) {
    const [first = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
    throw new Error(`${name} is not YAML: ${first.replace(/:$/, '')}.`);
  }
}

function check(text: string, name: string): void {
  try {
    parseWorkflow(text);
  } catch (error) {
    if (!(error instanceof z.ZodError)) throw error;
    const [issue] = error.issues;
    throw new Error(`${name} has something that cannot be run here, at ${issue?.path.join('.')}: ${issue?.message}.`);
  }
}

/** Each job after those that it needs. */
function inOrder<Job extends { needs?: string | string[] | undefined }>(jobs: Record<string, Job>, name: string): Json {
  const ordered = new Map<string, Job>();
  const place = (id: string, under: readonly string[]): void => {
    const found = jobs[id];
    if (ordered.has(id)) return;
    if (found === undefined) throw new Error(`The job ${under.at(-1)} of ${name} needs ${id}, which does not exist.`);
    if (under.includes(id)) throw new Error(`The jobs ${[...under, id].join(', ')} of ${name} need each other.`);
    for (const needed of [found.needs ?? []].flat()) place(needed, [...under, id]);
    ordered.set(id, found);
  };
  for (const id of Object.keys(jobs)) place(id, []);
  return Object.fromEntries(ordered);
}
