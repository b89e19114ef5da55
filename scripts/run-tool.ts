import { spawnSync } from 'node:child_process';

/** Runs a tool of node_modules/.bin, showing what it prints; ends this process if it fails. */
export function runTool(name: string, args: readonly string[]): void {
  const isWindows = process.platform === 'win32';
  const { status, error } = spawnSync(isWindows ? `${name}.cmd` : name, args, { stdio: 'inherit', shell: isWindows });
  if (error) console.error(`${name} could not be started: ${error.message}`);
  if (status !== 0) process.exit(status ?? 1);
}
