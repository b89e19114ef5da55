import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Listening } from '../listening-door.ts';
import { exchange, type Parts } from './exchange.ts';
import { BrokenConnection } from './spoil.ts';

/** Opens a simulated GitHub to other processes, on a port that the system chooses. Its `url` is that of the API. */
export async function listen(parts: Parts): Promise<Listening> {
  const server = createServer((incoming, outgoing) => {
    respond(parts, incoming, outgoing).catch((error: unknown) => spoil(error, incoming, outgoing));
  });
  server.on('clientError', (_, socket) => socket.destroy());
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  // A server that listens on TCP has this form of address.
  const { port } = server.address() as AddressInfo;
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { url: `http://127.0.0.1:${port}${parts.apiPath}`, close, [Symbol.asyncDispose]: close };
}

async function respond(parts: Parts, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const left = new AbortController();
  outgoing.on('close', () => left.abort());
  const response = await exchange(parts, await requestOf(incoming, left.signal));
  const body = Buffer.from(await response.arrayBuffer());
  const length = response.status === 204 ? {} : { 'Content-Length': String(body.length) };
  outgoing.writeHead(response.status, { ...Object.fromEntries(response.headers), ...length }).end(body);
}

async function requestOf(incoming: IncomingMessage, signal: AbortSignal): Promise<Request> {
  const { method = 'GET', url = '/', headers } = incoming;
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk);
  const pairs = Object.entries(headers).flatMap(([name, value]) =>
    [value ?? []].flat().map((text): [string, string] => [name, text]),
  );
  return new Request(`http://${headers.host ?? 'localhost'}${url}`, {
    method,
    headers: pairs.filter(([name]) => name !== 'connection'),
    signal,
    ...(chunks.length > 0 && { body: Buffer.concat(chunks) }),
  });
}

function spoil(error: unknown, incoming: IncomingMessage, outgoing: ServerResponse): void {
  if (error instanceof BrokenConnection && error.code === 'ECONNREFUSED') incoming.socket.resetAndDestroy();
  else if (error instanceof BrokenConnection || outgoing.headersSent) incoming.socket.destroy();
  else outgoing.writeHead(500, { 'Content-Type': 'text/plain' }).end(`The simulator failed: ${String(error)}`);
}
