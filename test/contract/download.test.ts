import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { actions } from '../../actions/index.ts';
import { packDownload } from '../../scripts/bench/download.ts';
import { readActionMetadata } from '../support/runner/action-metadata.ts';
import { REPOSITORY } from '../support/runner/run-action.ts';

describe('what a job downloads', () => {
  const { files, kilobytes } = packDownload();

  it('is less than 700 kB', () => {
    expect(kilobytes).toBeLessThan(700);
  });

  it('holds every action with all that it runs, and its guide', async () => {
    const folders = ['.', ...actions.map(({ definition }) => definition.name)];
    for (const folder of folders) {
      const { main, post } = await readActionMetadata(REPOSITORY, folder);
      const scripts = [main, post].flatMap((path) => path?.slice(REPOSITORY.length + 1).replaceAll('\\', '/') ?? []);
      expect(files).toEqual(expect.arrayContaining([...scripts, join(folder, 'README.md').replaceAll('\\', '/')]));
    }
    const bundle = readdirSync(join(REPOSITORY, 'dist')).filter((name) => name.includes('.'));
    expect(files).toEqual(expect.arrayContaining(bundle.map((name) => `dist/${name}`)));
  });

  it('holds nothing else', () => {
    const tops = new Set(files.filter((name) => name.includes('/')).map((name) => name.split('/')[0]));
    expect([...tops].toSorted()).toEqual(['dist', ...actions.map(({ definition }) => definition.name)].toSorted());
    const loose = files.filter((name) => !name.includes('/'));
    expect(loose).toEqual(['CHANGELOG.md', 'LICENSE', 'README.md', 'SECURITY.md', 'action.yml', 'package.json']);
  });
});
