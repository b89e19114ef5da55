import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CommandTargets } from './command-processor.ts';
import type { StepContext } from './step-context.ts';

/** The files through which a step hands results to the runner. */
export interface CommandFiles {
  readonly output: string;
  readonly state: string;
  readonly env: string;
  readonly path: string;
  readonly summary: string;
}

/** What a step's command files set, gathered after it ended. */
export interface CommandFileTargets extends CommandTargets {
  readonly env: Map<string, string>;
  readonly path: string[];
}

const SUMMARY_LIMIT = 1024 * 1024;

/** Creates the empty command files of one stage. */
export async function createCommandFiles(directory: string): Promise<CommandFiles> {
  await mkdir(directory, { recursive: true });
  const create = async (name: string): Promise<string> => {
    const path = join(directory, name);
    await writeFile(path, '');
    return path;
  };
  return {
    output: await create('set_output'),
    state: await create('save_state'),
    env: await create('set_env'),
    path: await create('add_path'),
    summary: await create('step_summary'),
  };
}

/** Reads the command files as FileCommandManager.cs does, and returns the masked summary. */
export async function processCommandFiles(
  context: StepContext,
  files: CommandFiles,
  targets: CommandFileTargets,
): Promise<string> {
  await process(context, 'path', async () => {
    for (const line of (await readText(files.path)).split(/\r\n|\r|\n/)) if (line !== '') targets.path.push(line);
  });
  await process(context, 'env', async () => {
    for (const [key, value] of keyValuePairs(await readText(files.env))) setEnv(context, { key, value, targets });
  });
  await process(context, 'state', async () => {
    for (const [key, value] of keyValuePairs(await readText(files.state))) {
      targets.state.set(key, value);
      context.debug(`Save intra-action state ${key} = ${value}`);
    }
  });
  await process(context, 'output', async () => {
    for (const [key, value] of keyValuePairs(await readText(files.output))) {
      targets.outputs.set(key, value);
      context.debug(`Set output ${key} = ${value}`);
    }
  });
  return readSummary(context, files.summary);
}

async function process(context: StepContext, name: string, read: () => Promise<void>): Promise<void> {
  try {
    await read();
  } catch (error) {
    context.error(`Unable to process file command '${name}' successfully.`);
    context.error(error instanceof Error ? error.message : String(error));
    context.fail();
  }
}

function setEnv(
  context: StepContext,
  { key, value, targets }: { key: string; value: string; targets: CommandFileTargets },
): void {
  if (key.toUpperCase() === 'NODE_OPTIONS') {
    context.error("Can't store NODE_OPTIONS output parameter using '$GITHUB_ENV' command.");
    return;
  }
  targets.env.set(key, value);
  context.debug(`${key}='${value}'`);
}

/** Reads `name=value` lines and `name<<DELIMITER` blocks; pairs before a fault are still delivered. */
function* keyValuePairs(text: string): Generator<readonly [key: string, value: string]> {
  const lines = linesOf(text);
  for (let line = lines.next(); !line.done; line = lines.next()) {
    const { text: head } = line.value;
    if (head === '') continue;
    const equals = head.indexOf('=');
    const heredoc = head.indexOf('<<');
    if (equals >= 0 && (heredoc < 0 || equals < heredoc)) yield [head.slice(0, equals), head.slice(equals + 1)];
    else if (heredoc >= 0) yield [head.slice(0, heredoc), readBlock(lines, head, head.slice(heredoc + 2))];
    else throw new Error(`Invalid format '${head}'`);
  }
}

interface Line {
  readonly text: string;
  readonly terminated: boolean;
}

function* linesOf(text: string): Generator<Line, undefined> {
  let position = 0;
  while (position < text.length) {
    const end = text.indexOf('\n', position);
    yield end < 0
      ? { text: text.slice(position), terminated: false }
      : { text: text.slice(position, end), terminated: true };
    position = end < 0 ? text.length : end + 1;
  }
  return undefined;
}

function readBlock(lines: Generator<Line, undefined>, head: string, delimiter: string): string {
  if (head.startsWith('<<') || delimiter === '') {
    throw new Error(`Invalid format '${head}'. Name must not be empty and delimiter must not be empty`);
  }
  const block: string[] = [];
  for (let line = lines.next(); ; line = lines.next()) {
    if (line.done) throw new Error(`Invalid value. Matching delimiter not found '${delimiter}'`);
    if (line.value.text === delimiter) return block.join('\n');
    if (!line.value.terminated) throw new Error('Invalid value. EOF marker missing new line.');
    block.push(line.value.text);
  }
}

async function readSummary(context: StepContext, path: string): Promise<string> {
  const size = await stat(path).then(
    (file) => file.size,
    () => 0,
  );
  if (size > SUMMARY_LIMIT) {
    const [limit, actual] = [SUMMARY_LIMIT, size].map((bytes) => Math.floor(bytes / 1024));
    context.error(`$GITHUB_STEP_SUMMARY upload aborted, supports content up to a size of ${limit}k, got ${actual}k.`);
    return '';
  }
  const lines = (await readText(path)).split(/\r\n|\r|\n/);
  if (lines.at(-1) === '') lines.pop();
  return lines.map((line) => `${context.masker.mask(line)}\n`).join('');
}

// A step may delete its own command file; the runner takes that as an empty one.
async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return '';
    throw error;
  }
}
