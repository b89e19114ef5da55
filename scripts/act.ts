import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * `npm run test:act`: the workflow e2e.yml under act (https://nektosact.com), on this machine itself and without a container. act
 * must be on the PATH, or its path in ACT_PATH; without it this says so, and succeeds.
 */
const act = process.env.ACT_PATH ?? 'act';

if (spawnSync(act, ['--version']).error) {
  console.log('act is not installed, so e2e.yml was not run under it. `npm test` runs it in the emulator.');
} else {
  process.exitCode = runUnderAct();
}

function runUnderAct(): number {
  const cache = mkdtempSync(join(tmpdir(), 'act-'));
  try {
    const { status } = spawnSync(act, argumentsOf('e2e.yml'), { stdio: 'inherit', env: environment(cache) });
    return status ?? 1;
  } finally {
    rmSync(cache, { recursive: true, force: true });
  }
}

function argumentsOf(workflow: string): readonly string[] {
  return [
    'push',
    ...['--workflows', `.github/workflows/${workflow}`],
    // The jobs run on this machine; act asks for an image otherwise, and for a token.
    ...['--platform', 'ubuntu-latest=-self-hosted', '--container-daemon-socket', '-', '--secret', 'GITHUB_TOKEN=none'],
    ...['--no-cache-server', '--action-offline-mode'],
  ];
}

/** act hands its own variables on to the steps: credentials of a real Atlas must not be among them. */
function environment(cache: string): NodeJS.ProcessEnv {
  const harmless = Object.entries(process.env).filter(
    ([name]) => !/^(MONGODB_ATLAS_|INPUT_|GITHUB_|ACTIONS_)/.test(name),
  );
  return { ...Object.fromEntries(harmless), XDG_CACHE_HOME: cache };
}
