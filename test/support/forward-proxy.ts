import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';

/** A proxy on this machine. Every name leads to this machine too, so that tests may use names that no one has. */
export interface ForwardProxy extends AsyncDisposable {
  readonly port: number;
  /** The `host:port` of each tunnel, with the proxy credentials that came with it. */
  readonly tunnels: readonly { readonly target: string; readonly authorization: string | undefined }[];
}

/** Opens a proxy that passes on whatever is asked for by CONNECT, as clients do for https, and the ones in here for http too. */
export async function openForwardProxy(): Promise<ForwardProxy> {
  const tunnels: ForwardProxy['tunnels'][number][] = [];
  const sockets = new Set<Socket>();
  const server = createServer((_, response) => response.writeHead(405).end());
  server.on('connection', (socket) => sockets.add(socket));
  server.on('connect', ({ url = '', headers }, client, head) => {
    tunnels.push({ target: url, authorization: headers['proxy-authorization'] });
    const upstream = connect(Number(url.split(':').at(-1)), '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n');
      upstream.write(head);
      upstream.pipe(client).pipe(upstream);
    });
    const end = () => [upstream, client].map((socket) => socket.destroy());
    upstream.on('error', end);
    client.on('error', end);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  // A server that listens on a port has an address of this form.
  const { port } = server.address() as AddressInfo;
  return {
    port,
    tunnels,
    async [Symbol.asyncDispose]() {
      server.close();
      for (const socket of sockets) socket.destroy();
      await once(server, 'close');
    },
  };
}
