import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** What a job downloads: kilobytes of the archive of the files as they are now, without what `.gitattributes` leaves out. */
export function downloadSize(): number {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const git = (...args: readonly string[]) =>
    execFileSync('git', args, { env: { ...process.env, GIT_INDEX_FILE: join(folder, 'index') }, maxBuffer: 2 ** 30 });
  try {
    git('add', '--all');
    const tree = git('write-tree').toString().trim();
    return Math.round(gzipSync(git('archive', '--format=tar', tree)).length / 1_000);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
