import { closeSync, constants, fstatSync, openSync, readFileSync, realpathSync } from 'node:fs';
import { isAbsolute, relative, resolve } from 'node:path';

/** What a file holds, or why it is not read; the reason goes on after the name of an input. */
export type WorkspaceFile = { readonly text: string } | { readonly problem: string };

/** No input means a larger one. */
const MOST_BYTES = 4 * 1024 * 1024;

/** A longer one is no path that anybody has written down. */
const LONGEST_PATH = 200;

/**
 * Reads a file that an input names. It must really lie in the workspace: a link may lead anywhere on the runner, and what it leads to
 * would be quoted in messages. Devices and pipes, which may never end, are not read.
 */
export function readWorkspaceFile(workspace: string, path: string): WorkspaceFile {
  const real = realPath(resolve(workspace, path));
  const root = realPath(workspace);
  if (real === undefined || root === undefined) return { problem: missingFile(path) };
  const below = relative(root, real);
  if (below === '' || /^\.\.(?:$|[\\/])/.test(below) || isAbsolute(below)) {
    return {
      problem: `${shown(path)} leads out of the workspace. Only files that really lie in the workspace are read.`,
    };
  }
  return readPlain(real, path);
}

/** What is said of a file that is not there. */
export function missingFile(path: string): string {
  return `there is no file ${shown(path)} in the workspace. Check the path, and that actions/checkout runs before this step.`;
}

function readPlain(real: string, path: string): WorkspaceFile {
  let descriptor: number | undefined;
  try {
    // By now it is no link any more; a pipe must not be waited for.
    descriptor = openSync(real, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
    const stats = fstatSync(descriptor);
    if (!stats.isFile()) return { problem: `${shown(path)} is not a file.` };
    if (stats.size > MOST_BYTES) return { problem: `${shown(path)} is larger than ${MOST_BYTES / 1024 / 1024} MB.` };
    return { text: readFileSync(descriptor, 'utf8') };
  } catch {
    return { problem: missingFile(path) };
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

function realPath(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}

function shown(path: string): string {
  return path.length > LONGEST_PATH ? `of this name (${path.length} characters)` : `"${path}"`;
}
