import type { IncomingMessage } from 'node:http';

/** A request as the handlers see it. */
export interface Request {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
  readonly remoteAddress: string;
}

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  readonly body: string | Buffer;
}

export async function readRequest(message: IncomingMessage): Promise<Request> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk)));
  const url = new URL(message.url ?? '/', 'http://odoo');
  return {
    method: message.method ?? 'GET',
    path: url.pathname,
    query: url.searchParams,
    headers: message.headers,
    body: Buffer.concat(chunks).toString('utf8'),
    remoteAddress: message.socket.remoteAddress ?? '',
  };
}

export const jsonAnswer = (value: unknown, cookies: readonly string[] = []): Answer => ({
  status: 200,
  headers: {
    'content-type': 'application/json; charset=utf-8',
    ...(cookies.length > 0 && { 'set-cookie': cookies }),
  },
  body: JSON.stringify(value),
});

export const htmlAnswer = (status: number, body: string): Answer => ({
  status,
  headers: { 'content-type': 'text/html; charset=utf-8' },
  body,
});

/** The plain error page of the web server underneath Odoo. */
export const errorPage = (status: number, title: string, text: string): Answer =>
  htmlAnswer(
    status,
    `<!doctype html>\n<html lang=en>\n<title>${status} ${title}</title>\n<h1>${title}</h1>\n<p>${text}</p>\n`,
  );

export const notFound = () =>
  errorPage(
    404,
    'Not Found',
    'The requested URL was not found on the server. If you entered the URL manually please check your spelling and try again.',
  );
