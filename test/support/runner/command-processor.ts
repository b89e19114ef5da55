import { KNOWN_COMMANDS, parseCommand, type WorkflowCommand } from './commands.ts';
import type { AnnotationLevel, StepContext } from './step-context.ts';

/** What the deprecated stdout commands `set-output` and `save-state` still set. */
export interface CommandTargets {
  readonly outputs: Map<string, string>;
  readonly state: Map<string, string>;
}

type Handler = (command: WorkflowCommand) => void;

const BAD_STOP_TOKEN =
  "You cannot use a endToken that is an empty string, the string 'pause-logging', or another workflow command.";

/** Creates the reader of a step's output lines: it obeys workflow commands and logs everything else (ActionCommandManager.cs). */
export function createCommandProcessor(context: StepContext, targets: CommandTargets): (line: string) => void {
  const known = new Set(KNOWN_COMMANDS);
  let stopToken: string | undefined;
  let echo = false;
  const handlers = createHandlers(context, targets, (on) => {
    echo = on;
  });

  const stop = (line: string, token: string): void => {
    if (token === '' || token.toLowerCase() === 'pause-logging' || known.has(token.toLowerCase())) {
      context.error(BAD_STOP_TOKEN);
      context.fail();
      return;
    }
    stopToken = token.toLowerCase();
    known.add(stopToken);
    if (token.length > 6) context.masker.addValue(token);
    context.output(line);
  };
  const resume = (line: string, token: string): void => {
    known.delete(token);
    stopToken = undefined;
    context.output(line);
  };

  return (line) => {
    const command = parseCommand(line, known);
    if (command === undefined) return context.output(withoutActionMarkers(line));
    if (stopToken !== undefined) {
      return command.name === stopToken ? resume(line, stopToken) : context.output(withoutActionMarkers(line));
    }
    if (command.name === 'stop-commands') return stop(line, command.data);
    if (echo && !SILENT.has(command.name)) context.output(line);
    if (echo && command.name === 'add-mask' && command.data.trim() !== '') context.output('::add-mask::***');
    obey(context, { command, line, handler: handlers.get(command.name) });
  };
}

const SILENT = new Set(['add-mask', 'debug', 'warning', 'error', 'notice']);

function obey(
  context: StepContext,
  { command, line, handler }: { command: WorkflowCommand; line: string; handler: Handler | undefined },
): void {
  try {
    handler?.(command);
  } catch (error) {
    const shown = SILENT.has(command.name) ? command.name : line;
    context.error(`Unable to process command '${shown}' successfully.`);
    context.error(error instanceof Error ? error.message : String(error));
    context.fail();
  }
}

function createHandlers(
  context: StepContext,
  targets: CommandTargets,
  setEcho: (on: boolean) => void,
): ReadonlyMap<string, Handler> {
  const annotation =
    (level: AnnotationLevel): Handler =>
    ({ properties, data }) => {
      const file = properties.get('file');
      const title = properties.get('title') ?? '';
      context.annotate({ level, title, message: data, ...(file === undefined ? {} : { file }) });
    };
  return new Map<string, Handler>([
    ['add-mask', ({ data }) => addMask(context, data)],
    ['debug', ({ data }) => context.debug(data)],
    ['error', annotation('error')],
    ['warning', annotation('warning')],
    ['notice', annotation('notice')],
    ['group', ({ data }) => context.output(`##[group]${data}`)],
    ['endgroup', () => context.output('##[endgroup]')],
    ['echo', ({ data }) => setEcho(parseEcho(data))],
    ['set-output', (command) => setDeprecated(context, command, targets.outputs)],
    ['save-state', (command) => setDeprecated(context, command, targets.state)],
    ['set-env', disabled],
    ['add-path', disabled],
  ]);
}

function addMask(context: StepContext, value: string): void {
  if (value.trim() === '') context.warning("Can't add secret mask for empty string in ##[add-mask] command.");
  else context.masker.add(value);
}

function parseEcho(value: string): boolean {
  const word = value.trim().toUpperCase();
  if (word === 'ON' || word === 'OFF') return word === 'ON';
  throw new Error(`Invalid echo command value. Possible values can be: 'on', 'off'. Current value is: '${value}'.`);
}

function setDeprecated(context: StepContext, { name, properties, data }: WorkflowCommand, target: Map<string, string>) {
  context.warning(
    `The \`${name}\` command is deprecated and will be disabled soon. Please upgrade to using Environment Files.`,
  );
  const key = properties.get('name');
  if (key === undefined) throw new Error(`Required field 'name' is missing in ##[${name}] command.`);
  target.set(key, data);
}

function disabled({ name }: WorkflowCommand): void {
  throw new Error(`The \`${name}\` command is disabled. Please upgrade to using Environment Files.`);
}

function withoutActionMarkers(line: string): string {
  return line.replaceAll('##[start-action', '##[\\start-action').replaceAll('##[end-action', '##[\\end-action');
}
