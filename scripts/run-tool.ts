import { spawnSync } from 'node:child_process';

/** Runs a tool of node_modules/.bin, showing what it prints; ends this process if it fails. */
export function runTool(name: string, args: readonly string[]): void {
  const isScript = process.platform === 'win32' && name !== 'node';
  const program = name === 'node' ? process.execPath : isScript ? `${name}.cmd` : name;
  const { status, error } = spawnSync(program, args, { stdio: 'inherit', shell: isScript });
  if (error) console.error(`${name} could not be started: ${error.message}`);
  if (status !== 0) process.exit(status ?? 1);
}
