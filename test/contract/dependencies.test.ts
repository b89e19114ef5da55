import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');

it('every dependency is pinned to one version, or is ours', () => {
  const { dependencies, devDependencies, optionalDependencies, overrides } = JSON.parse(read('package.json'));
  const overriding = Object.entries<string | Record<string, string>>(overrides).flatMap(([name, version]) =>
    typeof version === 'string' ? [[name, version] as const] : Object.entries(version),
  );
  const loose = Object.entries<string>({ ...dependencies, ...devDependencies, ...optionalDependencies })
    .concat(overriding.map(([name, version]) => [name, version]))
    .filter(([, version]) => !/^(\d+\.\d+\.\d+|file:stand-ins\/.+|\$.+)$/.test(version))
    .map(([name, version]) => `${name}@${version}`);
  expect(loose).toEqual([]);
});

it('the lock file names no registry, so that npm asks the one that is configured', () => {
  const lock = read('package-lock.json');
  expect(lock).not.toMatch(/https?:\/\/registry/);
  const { packages } = JSON.parse(lock) as { packages: Record<string, { resolved?: string }> };
  const addresses = Object.values(packages).flatMap(({ resolved }) => resolved ?? []);
  expect(addresses).toEqual(['stand-ins/http-client', 'stand-ins/undici']);
});
