import type { Readable } from 'node:stream';

/** What a handler answers: plain data, so that a test reads it without a browser. */
export type Reply = PageReply | RedirectReply | FileReply;

export interface PageReply {
  readonly kind: 'page';
  /** A template's path without its ending, such as `tickets/list`. */
  readonly view: string;
  readonly data: object;
  readonly status: number;
}

export interface RedirectReply {
  readonly kind: 'redirect';
  readonly path: string;
}

export interface FileReply {
  readonly kind: 'file';
  readonly name: string;
  readonly mimetype: string;
  /** In bytes, where known. */
  readonly size: number | undefined;
  readonly body: Readable;
}

export function page(view: string, data: object, status = 200): PageReply {
  return { kind: 'page', view, data, status };
}

/** A 303: the browser follows with GET, so that reloading the next page sends nothing twice. */
export function redirect(path: string): RedirectReply {
  return { kind: 'redirect', path };
}
