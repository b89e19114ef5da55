import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Arrival, Exchange, Outcome } from './wire.ts';

export interface ListenOptions {
  /** 0, the default, lets the system choose. */
  readonly port?: number;
  readonly host?: string;
}

/** A simulated server that others can reach. */
export interface Listening extends AsyncDisposable {
  readonly url: string;
  close(): Promise<void>;
}

/** Opens a simulated server to other processes over HTTP. */
export async function listen(exchange: Exchange, options: ListenOptions = {}): Promise<Listening> {
  const { port = 0, host = '127.0.0.1' } = options;
  const server = createServer((request, response) => {
    respond(exchange, request, response).catch((error: unknown) => reportMistake(response, error));
  });
  // A client's broken connection is its own affair.
  server.on('clientError', (_, socket) => socket.destroy());
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const close = () => closed(server);
  return { url: urlOf(server, host), close, [Symbol.asyncDispose]: close };
}

async function respond(exchange: Exchange, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const left = new AbortController();
  response.on('close', () => left.abort());
  deliver(await exchange(await arrivalOf(request, left.signal)), request, response);
}

async function arrivalOf(request: IncomingMessage, signal: AbortSignal): Promise<Arrival> {
  return {
    method: request.method ?? 'GET',
    origin: `http://${request.headers.host ?? 'localhost'}`,
    target: request.url ?? '/',
    headers: headersOf(request),
    body: await bodyOf(request),
    address: request.socket.remoteAddress?.replace(/^::ffff:/, '') ?? '127.0.0.1',
    signal,
  };
}

function deliver(outcome: Outcome, request: IncomingMessage, response: ServerResponse): void {
  if (outcome.kind === 'dropped') {
    if (outcome.code === 'ECONNREFUSED') request.socket.resetAndDestroy();
    else request.socket.destroy();
    return;
  }
  const { status, headers, body } = outcome.answer;
  const length = status === 204 ? {} : { 'Content-Length': String(Buffer.byteLength(body)) };
  response.writeHead(status, { ...headers, ...length }).end(body);
}

/** Not an answer of the simulated server: the simulator has failed, or the caller left in the middle of its body. */
function reportMistake(response: ServerResponse, error: unknown): void {
  if (response.headersSent || response.destroyed) response.destroy();
  else response.writeHead(500, { 'Content-Type': 'text/plain' }).end(`The simulator failed: ${String(error)}`);
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

function headersOf(request: IncomingMessage): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    for (const text of [value ?? []].flat()) headers.append(name, text);
  }
  return headers;
}

function urlOf(server: Server, host: string): string {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The simulator listens on no TCP port');
  return `http://${host.includes(':') ? `[${host}]` : host}:${address.port}`;
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
