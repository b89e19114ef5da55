import { chmod, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { text } from 'node:stream/consumers';

/** One call of a command by a `run:` step. */
export interface CommandCall {
  /** The command with its arguments, as they would be typed. */
  readonly line: string;
  /** The environment of the step. */
  readonly env: Readonly<Record<string, string>>;
}

/** Asks the test that started it how it is to end. */
const STUB = `
const [url, ...words] = process.argv.slice(2);
const call = { line: words.join(' '), env: process.env };
const answer = await fetch(url, { method: 'POST', body: JSON.stringify(call) });
process.exitCode = Number(await answer.text());
`;

/**
 * Puts commands on a PATH that do nothing but ask the test: it sees each call, does what would happen in the world, and says whether
 * the command succeeds.
 */
export async function stubCommands(names: readonly string[], happens: (call: CommandCall) => boolean) {
  const calls: CommandCall[] = [];
  const server = createServer(async (request, response) => {
    // STUB writes it.
    const call = JSON.parse(await text(request)) as CommandCall;
    calls.push(call);
    response.end(happens(call) ? '0' : '1');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'commands-')));
  await writeFile(join(folder, 'stub.mjs'), STUB);
  for (const name of names) {
    const command = [process.execPath, join(folder, 'stub.mjs'), `http://127.0.0.1:${address.port}`, name];
    await writeFile(join(folder, name), `#!/bin/sh\nexec ${command.map((word) => `'${word}'`).join(' ')} "$@"\n`);
    await chmod(join(folder, name), 0o755);
  }
  return {
    calls,
    PATH: [folder, process.env.PATH ?? ''].join(delimiter),
    async [Symbol.asyncDispose](): Promise<void> {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await rm(folder, { recursive: true, force: true });
    },
  };
}
