import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { answerControl, isControlPath } from './control-surface.ts';
import { exchange, type Parts } from './exchange.ts';
import type { Outcome } from './fault-behaviour.ts';

export interface ListenOptions {
  /** 0, the default, lets the system choose. */
  readonly port?: number;
  readonly host?: string;
  /** Whose address a call has: the one in `state.callerAddress`, or the socket's own. */
  readonly callerAddress?: 'configured' | 'socket';
}

/** A simulator that others can reach. */
export interface Listening extends AsyncDisposable {
  readonly url: string;
  close(): Promise<void>;
}

/** Opens the simulator to other processes over HTTP. */
export async function listen(parts: Parts, options: ListenOptions = {}): Promise<Listening> {
  const { port = 0, host = '127.0.0.1', callerAddress = 'configured' } = options;
  const server = createServer((request, response) => {
    const socketAddress = request.socket.remoteAddress?.replace(/^::ffff:/, '') ?? '127.0.0.1';
    const address = callerAddress === 'socket' ? socketAddress : parts.world.callerAddress;
    respond(parts, { request, response, address }).catch((error: unknown) => reportMistake(response, error));
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

/** Not an answer of Atlas: the simulator itself has failed, or the caller left in the middle of its body. */
function reportMistake(response: ServerResponse, error: unknown): void {
  if (response.headersSent || response.destroyed) response.destroy();
  else response.writeHead(500, { 'Content-Type': 'text/plain' }).end(`The simulator failed: ${String(error)}`);
}

interface Visit {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly address: string;
}

async function respond(parts: Parts, { request, response, address }: Visit): Promise<void> {
  const body = await bodyOf(request);
  const target = request.url ?? '/';
  const method = request.method ?? 'GET';
  if (isControlPath(target)) {
    const { status, body: text } = answerControl(parts, { method, target, body });
    response.writeHead(status, { 'Content-Type': 'application/json' }).end(text);
    return;
  }
  const left = new AbortController();
  response.on('close', () => left.abort());
  const origin = `http://${request.headers.host ?? 'localhost'}`;
  const outcome = await exchange(parts, {
    method,
    origin,
    target,
    headers: headersOf(request),
    body,
    address,
    signal: left.signal,
  });
  deliver(outcome, request, response);
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
