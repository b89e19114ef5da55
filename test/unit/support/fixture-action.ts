import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

interface FixtureAction {
  readonly main: string;
  readonly post?: string;
  readonly postIf?: string;
  readonly using?: string;
  /** YAML below `inputs:`, two spaces in. */
  readonly inputs?: string;
}

/** Lines of script that write to the runner's command files. */
const PRELUDE = `
import { appendFileSync } from 'node:fs';
const set = (file, text) => appendFileSync(process.env['GITHUB_' + file], text);
const say = (line) => process.stdout.write(line + '\\n');
const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
`;

/** Writes tiny actions below a fresh root, which is returned and removed after the test; their scripts share a dist folder, as ours do. */
export async function fixtureActions(actions: Readonly<Record<string, FixtureAction>>): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'fixture-'));
  onTestFinished(() => rm(root, { recursive: true }));
  await mkdir(join(root, 'dist'));
  for (const [name, action] of Object.entries(actions)) {
    await mkdir(join(root, name), { recursive: true });
    await writeFile(join(root, name, 'action.yml'), manifest(name, action));
    await writeFile(join(root, 'dist', `${name}.mjs`), PRELUDE + action.main);
    if (action.post !== undefined) await writeFile(join(root, 'dist', `${name}-post.mjs`), PRELUDE + action.post);
  }
  return root;
}

function manifest(name: string, { using = 'node24', inputs, post, postIf }: FixtureAction): string {
  return [
    `name: ${name}`,
    'description: A fixture',
    ...(inputs === undefined ? [] : ['inputs:', inputs]),
    'runs:',
    `  using: ${using}`,
    `  main: ../dist/${name}.mjs`,
    ...(post === undefined ? [] : [`  post: ../dist/${name}-post.mjs`]),
    ...(postIf === undefined ? [] : [`  post-if: ${postIf}`]),
  ].join('\n');
}
