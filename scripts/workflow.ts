import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { tryWorkflow } from '../test/support/runner/try-workflow.ts';
import { summaryAsText } from './summary-as-text.ts';

const help = `Runs a workflow against a fresh simulated Atlas and GitHub, as GitHub's runner would.

  npm run workflow -- FILE [options]

  --event NAME          what starts it: push, pull_request, schedule … (the first of its "on")
  --input NAME=value    of workflow_dispatch; may be repeated
  --secret NAME=value   a secret that the simulator cannot supply; may be repeated
  --var NAME=value      a variable that the simulator cannot supply; may be repeated
  --real                carry out the commands of run: steps, in a temporary copy of the current folder
  --speed NUMBER        how many times faster its time runs (60)
  --help                this text

Actions of this suite run for real, others are passed over. Without --real, commands such as npm are stand-ins that succeed.
The exit code is 1 when a job fails.
`;

const options = {
  event: { type: 'string' },
  input: { type: 'string', multiple: true, default: [] as string[] },
  secret: { type: 'string', multiple: true, default: [] as string[] },
  var: { type: 'string', multiple: true, default: [] as string[] },
  real: { type: 'boolean', default: false },
  speed: { type: 'string', default: '60' },
  help: { type: 'boolean', default: false },
} as const;

/** Where the reader stands: npm starts its scripts in the folder of the package. */
const folder = process.env.INIT_CWD ?? process.cwd();

try {
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  const [path, ...more] = positionals;
  if (values.help) console.log(help);
  else if (path === undefined || more.length > 0) throw new Error('Name one workflow file: npm run workflow -- FILE');
  else if (!(await run(path, values))) process.exitCode = 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

type Values = ReturnType<typeof parseArgs<{ options: typeof options }>>['values'];

async function run(path: string, { event, input, secret, var: vars, real, speed }: Values): Promise<boolean> {
  const file = resolve(folder, path);
  if (!existsSync(file)) throw new Error(`There is no file ${file}.`);
  if (!(Number(speed) >= 1 && Number(speed) <= 1000)) {
    throw new Error(`--speed must be a number from 1 to 1000, not "${speed}"`);
  }
  const given = { inputs: pairs('input', input), secrets: pairs('secret', secret), vars: pairs('var', vars) };
  const workspace = realpathSync(mkdtempSync(join(tmpdir(), 'checkout-')));
  try {
    copyInto(workspace);
    return await tryWorkflow(readFileSync(file, 'utf8'), {
      ...given,
      name: basename(file),
      event,
      speed: Number(speed),
      real,
      workspace,
      print: (line) => console.log(line),
      readable: summaryAsText,
    });
  } finally {
    rmSync(workspace, { recursive: true, force: true });
  }
}

function pairs(option: string, texts: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    texts.map((text) => {
      const [, name, value = ''] = /^(\w[\w-]*)=(.*)$/s.exec(text) ?? [];
      if (name === undefined) throw new Error(`--${option} must be NAME=value, not "${text.split('=')[0]}…"`);
      return [name, value];
    }),
  );
}

/** What a checkout would bring: the files of the current folder that Git knows or would take. Without Git, nothing. */
function copyInto(workspace: string): void {
  for (const name of filesOfGit()) {
    if (existsSync(join(folder, name))) cpSync(join(folder, name), join(workspace, name), { recursive: true });
  }
}

function filesOfGit(): readonly string[] {
  try {
    const listing = ['-C', folder, 'ls-files', '-z', '--cached', '--others', '--exclude-standard'];
    const output = execFileSync('git', listing, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    return output.split('\0').filter((name) => name !== '');
  } catch {
    return [];
  }
}
