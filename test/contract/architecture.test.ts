import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');

/** Which room may use which: design, section 3. A room is a folder below src, or actions. */
const arrows: Readonly<Record<string, { readonly code: readonly string[]; readonly types: readonly string[] }>> = {
  actions: { code: ['atlas', 'environment', 'spec', 'definition'], types: ['runner', 'github'] },
  atlas: { code: [], types: [] },
  environment: { code: [], types: [] },
  spec: { code: ['atlas', 'environment'], types: [] },
  github: { code: [], types: ['runner'] },
  definition: { code: [], types: [] },
  runner: { code: ['definition'], types: [] },
  simulator: { code: [], types: [] },
  // The bundle's entry joins what is there.
  main: { code: ['actions', 'runner', 'github'], types: [] },
};

/** Packages that only one room may use. */
const doors: Readonly<Record<string, string>> = {
  '@actions/core': 'runner',
  '@actions/github': 'github',
  'digest-fetch': 'atlas',
};

interface Import {
  readonly file: string;
  readonly room: string;
  readonly target: string;
  readonly typeOnly: boolean;
}

/** Every file below a folder whose name ends so, with its path from the root; with slashes on Windows too. */
const filesIn = (folder: string, end: string): readonly string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(end))
    .map((name) => withSlashes(join(folder, name)));

const imports = ['src', 'actions'].flatMap((folder) => filesIn(folder, '.ts').flatMap(importsOf));

function withSlashes(path: string): string {
  return path.split(sep).join('/');
}

function importsOf(file: string): readonly Import[] {
  const text = readFileSync(join(root, file), 'utf8');
  const written = text.matchAll(/^(?:import|export)\s+(type\s+)?[^;]*?from\s+'([^']+)';/gms);
  const onDemand = text.matchAll(/()\bimport\(\s*'([^']+)'/g);
  return Array.from([...written, ...onDemand], ([, typeOnly, target = '']) => ({
    file,
    room: roomOf(file),
    target: target.startsWith('.') ? withSlashes(relative(root, join(root, dirname(file), target))) : target,
    typeOnly: Boolean(typeOnly),
  }));
}

function roomOf(file: string): string {
  const [top, room = ''] = file.split('/');
  return top === 'src' ? room.replace(/\.ts$/, '') : (top ?? '');
}

it('sees the imports', () => {
  expect(imports.length).toBeGreaterThan(100);
});

it('has no arrow that the design does not draw', () => {
  const crossing = imports.filter(({ room, target }) => /^(src|actions)\//.test(target) && roomOf(target) !== room);
  const wrong = crossing.filter(({ room, target, typeOnly }) => {
    const allowed = arrows[room];
    if (!allowed) return true;
    return !(allowed.code.includes(roomOf(target)) || (typeOnly && allowed.types.includes(roomOf(target))));
  });
  expect(wrong.map(({ file, target }) => `${file} → ${target}`)).toEqual([]);
});

it('is drawn so in docs/architecture.md', () => {
  const picture = readFileSync(join(root, 'docs/architecture.md'), 'utf8').match(/```mermaid\n(.*?)```/s)?.[1] ?? '';
  const drawn = Array.from(
    picture.matchAll(/^\s*(\w+)(?:\[.*?\])? (-->|-\. "types only" \.->) (\w+)/gm),
    ([, from, arrow, to]) => `${from} ${arrow === '-->' ? 'code' : 'types'} ${to}`,
  );
  const allowed = Object.entries(arrows).flatMap(([from, { code, types }]) => [
    ...code.map((to) => `${from} code ${to}`),
    ...types.map((to) => `${from} types ${to}`),
  ]);
  expect(drawn.filter((line) => !line.startsWith('stub ')).toSorted()).toEqual(allowed.toSorted());
});

it('uses each outside door from one room only', () => {
  const wrong = imports.filter(({ room, target }) => doors[target] !== undefined && doors[target] !== room);
  expect(wrong.map(({ file, target }) => `${file} → ${target}`)).toEqual([]);
});

it('keeps the pure core pure: no process, no console', () => {
  const pure = ['src/atlas', 'src/definition', 'src/environment', 'src/spec'].flatMap((folder) =>
    filesIn(folder, '.ts'),
  );
  const impure = pure.filter((file) => /\b(process\.|console\.)/.test(readFileSync(join(root, file), 'utf8')));
  expect(impure).toEqual([]);
});

describe('the bundle', () => {
  const code = filesIn('dist', '.js').map((name) => ({ name, text: readFileSync(join(root, name), 'utf8') }));
  const holding = (trace: string) => code.filter(({ text }) => text.includes(trace)).map(({ name }) => name);

  it('holds nothing of the simulator', () => {
    expect(holding('MongoDB Atlas Snapshot')).toEqual(['dist/index.js']);
    for (const trace of ['createSimulator', 'MMS Public API', 'seedCluster', '__simulator'])
      expect(holding(trace)).toEqual([]);
  });

  it('holds no second undici, which Node has built in', () => {
    expect(holding('class ProxyAgent')).not.toEqual([]);
    expect(holding('llhttp')).toEqual([]);
  });

  it('loads only what every action needs before it knows which one runs', () => {
    for (const trace of ['parseDocument', 'ConnectionString extends', 'class DigestClient', 'class Octokit', 'nacl']) {
      expect(holding(trace), trace).not.toEqual([]);
      expect(holding(trace), trace).not.toContain('dist/index.js');
    }
  });
});
