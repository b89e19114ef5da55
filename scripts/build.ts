import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { actions } from '../actions/index.ts';
import { runTool } from './run-tool.ts';

/** Builds dist/ from nothing: tsc, without comments; then ncc makes one bundle in chunks, and every action gets a stub of two lines a step. */
const require = createRequire(import.meta.url);

for (const folder of ['build', 'dist']) rmSync(folder, { recursive: true, force: true });
runTool('tsc', ['-p', 'tsconfig.build.json']);
runTool('ncc', ['build', 'build/src/main.js', '--out', 'build/bundle', '--quiet', '--no-cache']);
cpSync('build/bundle', 'dist', { recursive: true });

for (const { definition } of actions) {
  mkdirSync(`dist/${definition.name}`);
  for (const step of definition.post ? (['main', 'post'] as const) : (['main'] as const)) {
    const stub = `// Written by \`npm run build\`. Do not edit.\nimport { run } from '../index.js';\nawait run('${definition.name}', '${step}');\n`;
    writeFileSync(`dist/${definition.name}/${step}.js`, stub);
  }
}
writeFileSync('dist/LICENSES.txt', collectLicenses());

/** What the licences of the bundled packages ask for: their texts beside the bundle. */
function collectLicenses(): string {
  const bundled = new Set<string>();
  const visit = (name: string, from: string) => {
    const manifest = findManifest(name, from);
    if (!manifest || bundled.has(manifest)) return;
    bundled.add(manifest);
    const { dependencies = {} } = readJson(manifest);
    for (const dependency of Object.keys(dependencies)) visit(dependency, manifest);
  };
  for (const dependency of Object.keys(readJson('package.json').dependencies ?? {}))
    visit(dependency, `${process.cwd()}/package.json`);
  return [...bundled]
    .filter((manifest) => !readJson(manifest).private)
    .map((manifest) => {
      const { name, version, license } = readJson(manifest);
      const folder = manifest.slice(0, -'/package.json'.length);
      const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
      const text = file
        ? readFileSync(`${folder}/${file}`, 'utf8').replaceAll('\r\n', '\n').trim()
        : `Licence: ${license}`;
      return `${name} ${version} (${license})\n\n${text}\n`;
    })
    .sort()
    .join(`\n${'-'.repeat(80)}\n\n`);
}

function findManifest(name: string, from: string): string | undefined {
  return require.resolve
    .paths(name)
    ?.concat(createRequire(from).resolve.paths(name) ?? [])
    .map((folder) => `${folder}/${name}/package.json`)
    .find((path) => readText(path) !== undefined);
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
  /** Ours: a stand-in. */
  readonly private?: boolean;
  readonly dependencies?: Record<string, string>;
}

function readJson(path: string): Manifest {
  // package.json of an installed package, or our own.
  return JSON.parse(readFileSync(path, 'utf8')) as Manifest;
}
