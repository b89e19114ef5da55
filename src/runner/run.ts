import type { OutputValue, Problem } from '../definition/action.ts';
import { parseInputs, readGiven } from '../definition/parse.ts';
import { boundedJson, isTooLong } from './bounded-json.ts';
import { Cancelled } from './cancellation.ts';
import type { ActionContext, ActionResult, CheckContext, GitHub, Implementation } from './context.ts';
import type { Door } from './door.ts';
import { readJob } from './job.ts';
import { jobKeyOf } from './job-key.ts';
import { defuse, type Log } from './log.ts';
import { findPlainSecrets } from './plain-secrets.ts';
import { renderSummary, type Summary } from './summary.ts';
import { openVault, type Vault } from './vault.ts';

/**
 * Runs an action's main step: mask, validate, run, set outputs, write the summary; on failure one annotation and a
 * non-zero exit. Never throws.
 */
export async function runMain(action: Implementation, door: Door, openGitHub: OpenGitHub): Promise<void> {
  const step: Step = { action, door, vault: openVault(door.mask), underway: undefined };
  try {
    const result = await main(step, openGitHub);
    publish(step, result.outputs);
    if (result.failure !== undefined) fail(step, result.failure);
    summarize(step, result.summary);
  } catch (error) {
    const message = describeFailure(error, step);
    fail(step, message);
    summarize(step, { title: `${action.definition.title}: failed`, facts: [], note: message });
  }
}

function fail(step: Step, message: string): void {
  const { action, door } = step;
  door.fail();
  door.annotate('error', printable(message, step), `${action.definition.title} failed`);
}

/** Runs an action's post step. What it cannot tidy up it says in a warning; it never fails the job, and never throws. */
export async function runPost(action: Implementation, door: Door): Promise<void> {
  const step: Step = { action, door, vault: openVault(door.mask), underway: undefined };
  try {
    for (const secret of door.useProxy()) step.vault.add(secret);
    const state = (name: string) => door.state(name);
    await action.post?.({ ...world(door), log: createLog(step), mask: step.vault.add, state });
  } catch (error) {
    door.annotate('warning', printable(describeFailure(error, step), step), `${action.definition.title}: post step`);
  }
}

type WorldPart = 'job' | 'clock' | 'fetch' | 'signal' | 'random' | 'variable' | 'readFile';

/** Makes GitHub's side of a step; loaded only when it is used. */
export type OpenGitHub = (
  context: Pick<ActionContext, 'job' | 'clock' | 'fetch' | 'signal' | 'random' | 'log'> & {
    /** When the step's time is over, in milliseconds since 1970: what is asked of GitHub counts against it. */
    readonly endsAt: number;
  },
) => GitHub;

/** One step under way. */
interface Step {
  readonly action: Implementation;
  readonly door: Door;
  readonly vault: Vault;
  /** What goes on in Atlas if the step ends now. */
  underway: string | undefined;
}

async function main(step: Step, openGitHub: OpenGitHub): Promise<ActionResult> {
  const { action, door, vault } = step;
  const { definition } = action;
  const startedAt = door.clock.now();
  for (const secret of door.useProxy()) vault.add(secret);
  const given = readGiven(definition, door);
  for (const [name, value] of given) if (definition.inputs[name]?.secret) vault.add(value);

  const log = createLog(step);
  const surroundings = world(door);
  for (const warning of findPlainSecrets(definition, given, door)) log.warning(warning);
  const checking = { ...surroundings, log, ...effectsOf(step) };
  const parsed = parseInputs(definition, given, surroundings.job.withoutSecrets);
  switch (parsed.kind) {
    case 'skip':
      return skip(step, parsed.reason, log);
    case 'problems':
      throw new Error(problemList([...parsed.problems, ...(await furtherProblems(action, parsed.values, checking))]));
    case 'values': {
      const problems = (await action.check?.(parsed.values, checking)) ?? [];
      if (problems.length > 0) throw new Error(problemList(problems));
      const endsAt = startedAt + timeLimitOf(parsed.values);
      const github = openGitHub({ ...surroundings, log, endsAt });
      return await action.main(parsed.values, { ...checking, github, startedAt });
    }
    default:
      throw new Error(`No such outcome: ${JSON.stringify(parsed satisfies never)}`);
  }
}

/** What every action calls its time limit, in milliseconds. */
function timeLimitOf({ 'timeout-minutes': limit }: Readonly<Record<string, unknown>>): number {
  return typeof limit === 'number' ? limit : Number.POSITIVE_INFINITY;
}

function effectsOf(step: Step): Pick<ActionContext, 'jobKey' | 'mask' | 'saveState' | 'publish' | 'underway'> {
  const { door, vault } = step;
  return {
    jobKey: jobKeyOf(door),
    mask: vault.add,
    saveState: (name, value) => attempting(`keep ${name} for the post step`, () => door.saveState(name, value)),
    publish: (outputs) => publish(step, outputs),
    underway: (note) => {
      step.underway = note;
    },
  };
}

function skip({ action }: Step, reason: string, log: Log): ActionResult {
  log.notice(reason);
  return {
    outputs: { skipped: true },
    summary: { title: `${action.definition.title}: skipped`, facts: [], note: reason },
  };
}

/** In a run without secrets, whatever should hold one is empty: that is said once. */
async function furtherProblems(
  action: Implementation,
  values: Parameters<NonNullable<Implementation['check']>>[0],
  context: CheckContext,
): Promise<readonly Problem[]> {
  return context.job.withoutSecrets === undefined ? ((await action.check?.(values, context)) ?? []) : [];
}

function problemList(problems: readonly Problem[]): string {
  if (problems.length === 1) return problems.join();
  return [`The inputs have ${problems.length} problems:`, ...problems.map((problem) => `- ${problem}`)].join('\n');
}

function world(door: Door): Pick<ActionContext, WorldPart> {
  const { clock, fetch, signal, random, variable, readFile } = door;
  return { job: readJob(door), clock, fetch, signal, random, variable, readFile };
}

function createLog(step: Step): Log {
  const { door } = step;
  return {
    info: (message) => door.writeLine(printable(message, step)),
    debug: (message) => door.debug(printable(message, step)),
    notice: (message) => door.annotate('notice', printable(message, step)),
    warning: (message) => door.annotate('warning', printable(message, step)),
    async group(title, work) {
      door.startGroup(printable(title, step).replaceAll('\n', ' '));
      try {
        return await work();
      } finally {
        door.endGroup();
      }
    },
  };
}

/** Sets outputs, masking first the values of those that the definition calls secret. */
function publish(step: Step, outputs: Readonly<Record<string, OutputValue>>): void {
  const { action, door, vault } = step;
  for (const [name, value] of Object.entries(outputs)) {
    if (value === undefined) continue;
    const { secret: isSecret = false, file } = action.definition.outputs[name] ?? {};
    const text = typeof value === 'object' ? toJson(value, isSecret ? String : vault.redact) : String(value);
    if (isSecret) vault.add(text);
    const set = file !== undefined && isTooLong(text) ? cutToFit(step, { name, file, text }) : text;
    attempting(`set the output ${name}`, () => door.setOutput(name, set));
  }
}

/** Writes the whole of an output into a file; what is left for the output itself fits into a variable. */
function cutToFit({ door, vault }: Step, { name, file, text }: { name: string; file: string; text: string }): string {
  const path = attempting(`write the output ${name} into a file`, () =>
    door.writeTemporary(`${name}.json`, vault.redact(text)),
  );
  attempting(`set the output ${file}`, () => door.setOutput(file, path));
  const size = `${Math.ceil(text.length / 1_000)} kB`;
  door.writeLine(
    `The output ${name} would be ${size}, so it holds its beginning only. All of it is in ${path} (${file}).`,
  );
  return boundedJson(text);
}

/** Lists and objects hold what Atlas says, and Atlas may say back what it was told. */
function toJson(value: object, textOf: (text: string) => string): string {
  return JSON.stringify(value, (_, part: unknown) => (typeof part === 'string' ? textOf(part) : part));
}

/** The summary is a courtesy: what was done stays done if it cannot be written. */
function summarize({ door, vault }: Step, summary: Summary): void {
  try {
    door.writeSummary(renderSummary(summary, vault.redact));
  } catch (error) {
    door.annotate('warning', defuse(vault.redact(`The job summary could not be written: ${String(error)}`)));
  }
}

function attempting<Result>(what: string, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    throw new Error(`Could not ${what}: ${String(error)}`, { cause: error });
  }
}

/** One text with everything that the author of the workflow needs. */
function describeFailure(error: unknown, step: Step): string {
  const { door, underway } = step;
  const parts = [door.signal.aborted ? cancellation(door.signal.reason) : messageOf(error), underway];
  if (error instanceof Error && error.stack) door.debug(printable(error.stack, step));
  return parts.filter((part) => part !== undefined).join('\n');
}

function cancellation(reason: unknown): string {
  return reason instanceof Cancelled ? reason.message : 'The job was cancelled.';
}

/** Errors that the language throws are faults of ours, not the author's. */
function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return `Unexpected fault: ${String(error)}`;
  const isFault = [TypeError, RangeError, ReferenceError, SyntaxError, URIError].some((kind) => error instanceof kind);
  return isFault
    ? `Unexpected fault in atlas-actions: ${error.message}. Please report it, with the log of a run with debug logging.`
    : error.message;
}

/** Secrets are starred out before anything is cut or changed; the runner cuts annotations at 4096 characters itself. */
function printable(message: string, { vault }: Step): string {
  const text = defuse(vault.redact(message));
  return text.length > 4_000 ? `${text.slice(0, 3_990)}\n[cut]` : text;
}
