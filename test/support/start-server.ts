import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

export interface ReceivedRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  /** The parsed JSON body, else undefined. */
  readonly json: unknown;
}

/** `hang` never answers, `reset` drops the connection. */
export type Reply =
  | 'hang'
  | 'reset'
  | {
      readonly status?: number;
      readonly headers?: Readonly<Record<string, string | readonly string[]>>;
      readonly json?: unknown;
      readonly text?: string;
    };

export interface TestServer {
  readonly url: string;
  readonly requests: readonly ReceivedRequest[];
  /** Connections that were opened so far. */
  connections(): number;
  close(): Promise<void>;
}

/** A real HTTP server on a free port that answers as `reply` says; `index` counts requests from 0. */
export async function startServer(
  reply: (request: ReceivedRequest, index: number) => Reply | Promise<Reply>,
): Promise<TestServer> {
  const requests: ReceivedRequest[] = [];
  const sockets = new Set<Socket>();
  let opened = 0;
  const server = createServer(async (incoming, outgoing) => {
    const request = await receive(incoming);
    requests.push(request);
    answer(outgoing, await reply(request, requests.length - 1));
  });
  server.on('connection', (socket) => {
    opened += 1;
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${portOf(server.address())}`,
    requests,
    connections: () => opened,
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function receive(incoming: IncomingMessage): Promise<ReceivedRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(Buffer.from(chunk));
  const body = Buffer.concat(chunks).toString();
  return {
    method: incoming.method ?? '',
    path: incoming.url ?? '',
    headers: incoming.headers,
    json: incoming.headers['content-type']?.includes('json') ? JSON.parse(body) : undefined,
  };
}

function answer(outgoing: ServerResponse, reply: Reply): void {
  if (reply === 'hang') return;
  if (reply === 'reset') {
    outgoing.destroy();
    return;
  }
  for (const [name, value] of Object.entries(reply.headers ?? {})) outgoing.setHeader(name, value);
  if (reply.text === undefined) outgoing.setHeader('content-type', 'application/json');
  outgoing.statusCode = reply.status ?? 200;
  outgoing.end(reply.text ?? JSON.stringify(reply.json ?? {}));
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('the server listens on no port');
  return address.port;
}
