import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { printProof } from './proof-report.ts';
import { runTool } from './run-tool.ts';

/** `npm test`: everything that CI checks, in the order in which it fails fastest. */
const REPORT = 'build/test-report.json';
/** Where tests leave what they have counted (test/support/tally.ts). */
const COUNTS = 'build/proof';

step('Lint and format');
runTool('biome', ['check', '--error-on-warnings', '.']);

step('Types');
runTool('tsc', ['--noEmit']);

step('Generated files are what the definitions say');
runTool('node', ['scripts/generate.ts', '--check']);

// Elsewhere the tests run the bundle as it is committed, which is what users run there.
if (process.platform === 'linux') {
  step('A build leaves dist as it is');
  const committed = fingerprint('dist');
  runTool('node', ['scripts/build.ts']);
  const changed = differences(committed, fingerprint('dist'));
  if (changed.length > 0) {
    console.error(`dist is not what the sources build: ${changed.join(', ')}. Commit what \`npm run build\` writes.`);
    process.exit(1);
  }
}

step('Tests');
rmSync(COUNTS, { recursive: true, force: true });
// Also where a test fails: the table says how much is wrong.
process.once('exit', () => printProof(COUNTS));
runTool('vitest', ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${REPORT}`]);
// Written by vitest; these three fields are part of its documented report.
const report = JSON.parse(readFileSync(REPORT, 'utf8')) as Record<
  'numPassedTests' | 'numFailedTests' | 'numPendingTests',
  number
>;
console.log(`${report.numPassedTests} passed, ${report.numFailedTests} failed, ${report.numPendingTests} skipped`);

function step(title: string): void {
  console.log(`\n=== ${title}`);
}

/** Path and content hash of every file below a folder. */
function fingerprint(folder: string): ReadonlyMap<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    files.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return [path, createHash('sha256').update(readFileSync(path)).digest('hex')];
    }),
  );
}

function differences(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): readonly string[] {
  return [...new Set([...before.keys(), ...after.keys()])].filter((path) => before.get(path) !== after.get(path));
}
