import { readFileSync, writeFileSync } from 'node:fs';
import { notesOf, withRelease } from './changelog.ts';

const help = `Prepares and checks a release. The workflow release.yml does the rest.

  npm run release -- prepare 1.2.3   writes the version into package.json, package-lock.json and CHANGELOG.md, for a pull request
  npm run release -- check 1.2.3     fails unless all three are of that version
  npm run release -- notes 1.2.3     prints what CHANGELOG.md says of it`;

interface Manifest {
  version: string;
  packages?: Record<string, { version: string }>;
}

const commands: Readonly<Record<string, (version: string) => void>> = {
  prepare(version) {
    const day = new Date().toISOString().slice(0, 10);
    writeFileSync('CHANGELOG.md', withRelease(read('CHANGELOG.md'), { version, day }));
    for (const path of ['package.json', 'package-lock.json']) {
      const manifest = readManifest(path);
      manifest.version = version;
      const own = manifest.packages?.[''];
      if (own) own.version = version;
      writeFileSync(path, `${JSON.stringify(manifest, null, 2)}\n`);
    }
    console.log(
      `Now open a pull request with these changes, and start the workflow "Release" with ${version} once it is merged.`,
    );
  },
  check(version) {
    notesOf(read('CHANGELOG.md'), version);
    for (const path of ['package.json', 'package-lock.json']) {
      const said = readManifest(path).version;
      if (said !== version) throw new Error(`${path} is of version ${said}, not ${version}.`);
    }
  },
  notes(version) {
    console.log(notesOf(read('CHANGELOG.md'), version));
  },
};

const [name = '', version = ''] = process.argv.slice(2);
try {
  const command = commands[name];
  if (!command) throw new Error(help);
  if (!/^\d+\.\d+\.\d+$/.test(version)) throw new Error(`"${version}" is not a version such as 1.2.3.`);
  command(version);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

function read(path: string): string {
  return readFileSync(path, 'utf8');
}

function readManifest(path: string): Manifest {
  // package.json and package-lock.json of this repository.
  return JSON.parse(read(path)) as Manifest;
}
