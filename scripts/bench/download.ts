import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** What a job downloads that uses an action. */
export interface Download {
  readonly files: readonly string[];
  /** Of the archive, gzip. */
  readonly kilobytes: number;
}

/** Packs the repository's archive from the files as they are now, without what `.gitattributes` leaves out. */
export function packDownload(): Download {
  const folder = mkdtempSync(join(tmpdir(), 'download-'));
  // An index and objects of its own: nothing of this touches the repository.
  const objects = join(folder, 'objects');
  mkdirSync(objects);
  const env = { ...process.env, GIT_INDEX_FILE: join(folder, 'index'), GIT_OBJECT_DIRECTORY: objects };
  const git = (...args: readonly string[]) => execFileSync('git', args, { env, maxBuffer: 2 ** 30 });
  try {
    git('add', '--all');
    const tree = git('write-tree').toString().trim();
    const archive = git('archive', '--format=tar', tree);
    const kilobytes = Math.round(gzipSync(archive).length / 1_000);
    return { files: namesIn(archive), kilobytes };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const BLOCK = 512;

/** Names of the files in a tar archive: each has a header block, its length in octal digits, then its content in whole blocks. */
function namesIn(archive: Buffer): readonly string[] {
  const names: string[] = [];
  for (let at = 0; at < archive.length && archive[at] !== 0; ) {
    const text = (from: number, length: number) =>
      archive.toString('utf8', at + from, at + from + length).replace(/\0.*$/s, '');
    const isFile = text(156, 1) === '0';
    if (isFile) names.push([text(345, 155), text(0, 100)].filter(Boolean).join('/'));
    at += BLOCK + Math.ceil(Number.parseInt(text(124, 12), 8) / BLOCK) * BLOCK;
  }
  return names;
}
