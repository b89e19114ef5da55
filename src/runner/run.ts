import type { OutputValue } from '../definition/action.ts';
import { parseInputs, readGiven } from '../definition/parse.ts';
import { Cancelled } from './cancellation.ts';
import type { ActionContext, ActionResult, Implementation } from './context.ts';
import type { Door } from './door.ts';
import { readJob } from './job.ts';
import { defuse, type Log } from './log.ts';
import { maskForms } from './masking.ts';
import { findPlainSecrets } from './plain-secrets.ts';
import { renderSummary } from './summary.ts';

/**
 * Runs an action's main step: mask, validate, run, set outputs, write the summary; on failure one annotation and a
 * non-zero exit. Never throws.
 */
export async function runMain(action: Implementation, door: Door): Promise<void> {
  const unfinished: Unfinished = { note: undefined };
  try {
    const result = await main(action, door, unfinished);
    publish(action, door, result.outputs);
    door.writeSummary(renderSummary(result.summary));
  } catch (error) {
    fail(action, door, describeFailure(error, door, unfinished.note));
  }
}

/** Runs an action's post step. What it cannot tidy up it says in a warning; it never fails the job, and never throws. */
export async function runPost(action: Implementation, door: Door): Promise<void> {
  try {
    const { log, mask } = tools(door);
    const state = (name: string) => door.state(name);
    await action.post?.({ ...world(door), log, mask, state });
  } catch (error) {
    door.annotate(
      'warning',
      printable(describeFailure(error, door, undefined)),
      `${action.definition.title}: post step`,
    );
  }
}

/** What goes on in Atlas if the step ends now. */
interface Unfinished {
  note: string | undefined;
}

async function main(action: Implementation, door: Door, unfinished: Unfinished): Promise<ActionResult> {
  const { definition } = action;
  const given = readGiven(definition, door);
  const { log, mask } = tools(door);
  for (const [name, value] of given) if (definition.inputs[name]?.secret) mask(value);

  const context: ActionContext = {
    ...world(door),
    log,
    mask,
    saveState: (name, value) => door.saveState(name, value),
    publish: (outputs) => publish(action, door, outputs),
    underway: (note) => {
      unfinished.note = note;
    },
  };
  for (const warning of findPlainSecrets(definition, given, door)) log.warning(warning);

  const parsed = parseInputs(definition, given, context.job.withoutSecrets);
  switch (parsed.kind) {
    case 'skip':
      log.notice(parsed.reason);
      return {
        outputs: { skipped: true },
        summary: { title: `${definition.title}: skipped`, facts: [], note: parsed.reason },
      };
    case 'problems':
      throw new Error(problemList(parsed.problems));
    case 'values':
      return await action.main(parsed.values, context);
    default:
      throw new Error(`No such outcome: ${JSON.stringify(parsed satisfies never)}`);
  }
}

function problemList(problems: readonly string[]): string {
  if (problems.length === 1) return problems.join();
  return [`${problems.length} inputs need a look:`, ...problems.map((problem) => `- ${problem}`)].join('\n');
}

function world(door: Door): Pick<ActionContext, 'job' | 'clock' | 'fetch' | 'signal' | 'random'> {
  return { job: readJob(door), clock: door.clock, fetch: door.fetch, signal: door.signal, random: door.random };
}

function tools(door: Door): { log: Log; mask: (secret: string) => void } {
  const log: Log = {
    info: (message) => door.writeLine(printable(message)),
    debug: (message) => door.debug(printable(message)),
    notice: (message) => door.annotate('notice', printable(message)),
    warning: (message) => door.annotate('warning', printable(message)),
    async group(title, work) {
      door.startGroup(printable(title).replaceAll('\n', ' '));
      try {
        return await work();
      } finally {
        door.endGroup();
      }
    },
  };
  return { log, mask: (secret) => maskForms(secret).forEach(door.mask) };
}

/** Sets outputs, masking first the values of those that the definition calls secret. */
function publish({ definition }: Implementation, door: Door, outputs: Readonly<Record<string, OutputValue>>): void {
  for (const [name, value] of Object.entries(outputs)) {
    if (value === undefined) continue;
    const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
    if (definition.outputs[name]?.secret) maskForms(text).forEach(door.mask);
    door.setOutput(name, text);
  }
}

function fail({ definition }: Implementation, door: Door, message: string): void {
  door.fail();
  door.annotate('error', printable(message), `${definition.title} failed`);
  try {
    door.writeSummary(renderSummary({ title: `${definition.title}: failed`, facts: [], note: message }));
  } catch (error) {
    door.writeLine(printable(`The job summary could not be written: ${String(error)}`));
  }
}

/** One text with everything that the author of the workflow needs. */
function describeFailure(error: unknown, door: Door, unfinished: string | undefined): string {
  const parts = [door.signal.aborted ? cancellation(door.signal.reason) : messageOf(error), unfinished];
  if (error instanceof Error && error.stack) door.debug(printable(error.stack));
  return parts.filter((part) => part !== undefined).join('\n');
}

function cancellation(reason: unknown): string {
  return reason instanceof Cancelled ? reason.message : 'The job was cancelled.';
}

/** Errors that the language throws are faults of ours, not the author's. */
function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return `Unexpected fault: ${String(error)}`;
  const isFault = [TypeError, RangeError, ReferenceError, SyntaxError].some((kind) => error instanceof kind);
  return isFault
    ? `Unexpected fault in atlas-actions: ${error.message}. Please report it, with the log of a run with debug logging.`
    : error.message;
}

/** The runner cuts annotations at 4096 characters; the cut is ours, so that it can be seen. */
function printable(message: string): string {
  const text = defuse(message);
  return text.length > 4_000 ? `${text.slice(0, 3_990)}\n[cut]` : text;
}
