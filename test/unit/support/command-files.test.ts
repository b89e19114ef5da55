import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createCommandFiles, processCommandFiles } from '../../support/runner/command-files.ts';
import { createMasker } from '../../support/runner/masker.ts';
import { createStepContext } from '../../support/runner/step-context.ts';

async function process(texts: Readonly<Record<string, string>>) {
  const directory = await mkdtemp(join(tmpdir(), 'files-'));
  onTestFinished(() => rm(directory, { recursive: true }));
  const files = await createCommandFiles(directory);
  for (const [path, text] of Object.entries({ ...texts })) {
    if (path in files) await writeFile(join(files.output, '..', NAMES[path] ?? ''), text);
  }
  const context = createStepContext({ masker: createMasker(['pa55']), debug: false });
  const targets = { outputs: new Map<string, string>(), state: new Map(), env: new Map<string, string>(), path: [] };
  if (texts.deleted !== undefined) await rm(files.output);
  const summary = await processCommandFiles(context, files, targets);
  return { ...targets, summary, failed: context.failed(), log: context.log };
}

const NAMES: Readonly<Record<string, string>> = {
  output: 'set_output',
  env: 'set_env',
  path: 'add_path',
  summary: 'step_summary',
};

describe('command files', () => {
  it('read name=value and blocks, the first of = and << deciding', async () => {
    const { outputs, failed } = await process({
      output: 'a=b<<c=d\n\ne<<END=x\n1\r\n\n2\nEND=x\nempty<<E\nE\nlast=',
    });
    expect(Object.fromEntries(outputs)).toEqual({ a: 'b<<c=d', e: '1\r\n\n2', empty: '', last: '' });
    expect(failed).toBe(false);
  });

  it.each([
    ['a=1\nb<<E\nx\n', "Invalid value. Matching delimiter not found 'E'"],
    ['a=1\nb<<E\nx', 'Invalid value. EOF marker missing new line.'],
    ['a=1\nnonsense\n', "Invalid format 'nonsense'"],
    ['a=1\n<<E\nE\n', "Invalid format '<<E'. Name must not be empty and delimiter must not be empty"],
  ])('fail the step on %j, after taking what came before', async (output, message) => {
    const result = await process({ output });
    expect(result.failed).toBe(true);
    expect(result.log).toEqual([
      "##[error]Unable to process file command 'output' successfully.",
      `##[error]${message}`,
    ]);
    expect(Object.fromEntries(result.outputs)).toEqual({ a: '1' });
  });

  it('refuse NODE_OPTIONS in the environment, without failing', async () => {
    const { env, log, failed } = await process({ env: 'node_options=--x\nA=b\n' });
    expect(Object.fromEntries(env)).toEqual({ A: 'b' });
    expect(log).toEqual(["##[error]Can't store NODE_OPTIONS output parameter using '$GITHUB_ENV' command."]);
    expect(failed).toBe(false);
  });

  it('mask the summary line by line', async () => {
    expect((await process({ summary: 'one pa55\ntwo' })).summary).toBe('one ***\ntwo\n');
  });

  it('refuse a summary over 1 MiB: an error, nothing uploaded, the step still passes', async () => {
    expect((await process({ summary: 'x'.repeat(1024 * 1024) })).summary).toHaveLength(1024 * 1024 + 1);
    const { summary, log, failed } = await process({ summary: 'x'.repeat(1024 * 1024 + 2048) });
    expect(summary).toBe('');
    expect(log[0]).toContain('upload aborted, supports content up to a size of 1024k, got 1026k');
    expect(failed).toBe(false);
  });

  it('take paths one a line, and a deleted file as empty', async () => {
    expect(await process({ path: '/a\n\n/b\n', deleted: '' })).toMatchObject({ path: ['/a', '/b'], failed: false });
  });
});
