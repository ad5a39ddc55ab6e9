import type { Readable } from 'node:stream';
import type { Frame } from './frame.ts';

/** What a handler answers: plain data, so that a test reads it without a browser. */
export type Reply = PageReply | RedirectReply | FileReply | TableReply | VersionReply | TextReply;

export interface PageReply {
  readonly kind: 'page';
  /** A template's path without its ending, such as `tickets/list`. */
  readonly view: string;
  readonly data: object;
  readonly status: number;
  /** Whose times are shown to a visitor, of whom no time zone is known. */
  readonly timeZone?: string | undefined;
}

export interface RedirectReply {
  readonly kind: 'redirect';
  readonly path: string;
}

/** Which version of something is the present one; a browser that knows it already is told so in a word. */
export interface VersionReply {
  readonly kind: 'version';
  readonly version: string;
}

/** A text that a program fetches again and again; one that knows this version is told so in a word, and gets none. */
export interface TextReply {
  readonly kind: 'text';
  /** The file's name, for whoever saves it. */
  readonly name: string;
  readonly mimetype: string;
  readonly text: string;
  readonly version: string;
}

export interface FileReply {
  readonly kind: 'file';
  readonly name: string;
  readonly mimetype: string;
  /** In bytes, where known. */
  readonly size: number | undefined;
  readonly body: Readable;
}

/** A file for spreadsheets, its first row the heads. */
export interface TableReply {
  readonly kind: 'table';
  /** The file's name. */
  readonly name: string;
  /** Read while they are sent; what may be refused must have been asked before. */
  readonly rows: (reader: Reader) => AsyncIterable<readonly string[]>;
}

/** In whose language and time zone a file is written. */
export type Reader = Pick<Frame, 't' | 'language' | 'locale' | 'timeZone' | 'formats'>;

export function page(view: string, data: object, status = 200): PageReply {
  return { kind: 'page', view, data, status };
}

/** A 303: the browser follows with GET, so that reloading the next page sends nothing twice. */
export function redirect(path: string): RedirectReply {
  return { kind: 'redirect', path };
}

export function text(reply: Omit<TextReply, 'kind'>): TextReply {
  return { kind: 'text', ...reply };
}

export function table(name: string, rows: TableReply['rows']): TableReply {
  return { kind: 'table', name, rows };
}
