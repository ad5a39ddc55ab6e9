import type { IncomingMessage, ServerResponse } from 'node:http';

/** A request as the handlers see it. */
export interface Request {
  readonly method: string;
  /** As it came: the path with its query. */
  readonly url: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
  readonly remoteAddress: string;
}

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  readonly body: string | Buffer;
}

export async function readRequest(message: IncomingMessage): Promise<Request> {
  const { method = 'GET', url = '/', headers } = message;
  const { pathname: path, searchParams: query } = new URL(url, 'http://emulator');
  const remoteAddress = message.socket.remoteAddress ?? '';
  return { method, url, path, query, headers, body: await readBody(message), remoteAddress };
}

export async function readBody(message: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

export function sendAnswer(response: ServerResponse, answer: Answer): void {
  const { status, headers, body } = answer;
  if (Object.values(headers).flat().some(hasControl)) {
    response.socket?.end(renderAnswer(answer));
    return;
  }
  for (const [name, value] of Object.entries(headers)) {
    response.setHeader(name, typeof value === 'string' ? value : [...value]);
  }
  response.statusCode = status;
  response.end(body);
}

/** Node sends no header that is none; Odoo does. */
const hasControl = (value: string) => [...value].some((letter) => letter < ' ' && letter !== '\t');

function renderAnswer({ status, headers, body }: Answer): Buffer {
  const lines = Object.entries(headers).flatMap(([name, value]) =>
    [value].flat().map((one) => `${name}: ${one}\r\n`),
  );
  const head = `HTTP/1.1 ${status} OK\r\n${lines.join('')}connection: close\r\n\r\n`;
  return Buffer.concat([Buffer.from(head, 'latin1'), Buffer.from(body)]);
}

export const jsonAnswer = (value: unknown, status = 200, headers: Answer['headers'] = {}): Answer => ({
  status,
  headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
  body: JSON.stringify(value),
});

export const htmlAnswer = (status: number, body: string): Answer => ({
  status,
  headers: { 'content-type': 'text/html; charset=utf-8' },
  body,
});

/** What a text of JSON holds; undefined where it is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
