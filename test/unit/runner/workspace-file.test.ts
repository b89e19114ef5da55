import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readWorkspaceFile } from '../../../src/runner/workspace-file.ts';

const base = mkdtempSync(join(tmpdir(), 'workspace-'));
const workspace = join(base, 'work');
mkdirSync(join(workspace, 'sub'), { recursive: true });
mkdirSync(join(base, 'work-elsewhere'));
writeFileSync(join(base, 'secret.txt'), 'hunter2');
writeFileSync(join(base, 'work-elsewhere', 'secret.txt'), 'hunter2');
writeFileSync(join(workspace, 'a.yml'), 'inside');
writeFileSync(join(workspace, '..names-may-begin-so'), 'inside');
symlinkSync('../a.yml', join(workspace, 'sub', 'inside'));
symlinkSync('../secret.txt', join(workspace, 'outside'));
symlinkSync('outside', join(workspace, 'twice'));
symlinkSync('..', join(workspace, 'up'));
symlinkSync('/proc/self/environ', join(workspace, 'environ'));
symlinkSync('nowhere', join(workspace, 'dangling'));
symlinkSync('round', join(workspace, 'round'));
execFileSync('mkfifo', [join(workspace, 'pipe')]);
writeFileSync(join(workspace, 'large'), '');
truncateSync(join(workspace, 'large'), 5 * 1024 * 1024);
afterAll(() => rmSync(base, { recursive: true }));

const read = (path: string) => readWorkspaceFile(workspace, path);

describe('a file that an input names', () => {
  it.each(['a.yml', './sub/../a.yml', 'sub/inside', join(workspace, 'a.yml'), '..names-may-begin-so'])(
    'is read where it lies in the workspace: %s',
    (path) => {
      expect(read(path)).toEqual({ text: 'inside' });
    },
  );

  it.each([
    'outside',
    'twice',
    'up/secret.txt',
    '../secret.txt',
    '../work-elsewhere/secret.txt',
    'environ',
    '/proc/self/environ',
    '/etc/hostname',
    '..',
    '.',
  ])('is refused where it leads out of the workspace: %s', (path) => {
    expect(read(path)).toEqual({ problem: expect.stringContaining(`"${path}" leads out of the workspace`) });
  });

  it.each(['missing', 'dangling', 'round', 'a.yml/b', 'a\0b'])('is missed where it is not there: %j', (path) => {
    expect(read(path)).toEqual({ problem: expect.stringContaining('there is no file') });
  });

  it('is refused where it is a folder, a pipe that never ends, or far too large', () => {
    expect(read('sub')).toEqual({ problem: '"sub" is not a file.' });
    expect(read('pipe')).toEqual({ problem: '"pipe" is not a file.' });
    expect(read('large')).toEqual({ problem: '"large" is larger than 4 MB.' });
    expect(read('x'.repeat(300))).toEqual({
      problem: expect.stringContaining('no file of this name (300 characters)'),
    });
  });
});
