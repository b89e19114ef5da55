import { existsSync } from 'node:fs';
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';

/** What scripts may call: tools that reach nothing outside the folder they work in. */
const harmless =
  'awk basename bash cat cut date dirname expr false grep head jq ls mkdir mktemp paste printf sed seq sh sleep sort tail tee test touch tr true uniq wc'.split(
    ' ',
  );

/** Bash calls this function for a command that is not on PATH, and reads the file in every script that a script starts, too. */
const handler = `command_not_found_handle() { echo "Stand-in, not run: $*"; return 0; }\n`;

/**
 * Variables with which a script calls stand-ins: every command but a few harmless tools only says that it was called, and succeeds.
 * It keeps a workflow from doing harm by mistake; it is no sandbox, because a command with a path (/usr/bin/x, ./x) still runs.
 */
export async function standIns(folder: string): Promise<{ readonly PATH: string; readonly BASH_ENV: string }> {
  await mkdir(folder, { recursive: true });
  const places = (process.env.PATH ?? '').split(delimiter);
  for (const tool of harmless) {
    const place = places.find((path) => path !== '' && existsSync(join(path, tool)));
    if (place !== undefined) await symlink(join(place, tool), join(folder, tool));
  }
  const file = join(folder, 'stand-ins.sh');
  await writeFile(file, handler);
  return { PATH: folder, BASH_ENV: file };
}
