import { decodeText } from './decode-text.ts';

/** One entity of a mail: the mail itself, or a part of it. */
export interface MailPart {
  /** In their order, unfolded; bytes beyond ASCII as Latin-1. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  /** In small letters, `text/plain` where none is given. */
  readonly type: string;
  readonly parameters: ReadonlyMap<string, string>;
  /** As it stands in the mail. */
  readonly body: Buffer;
  /** Empty where it is no multipart, or has no part that can be told apart. */
  readonly parts: readonly MailPart[];
}

/** Deeper than any mail program nests; beyond it a part counts as a leaf. */
const DEEPEST = 20;

/** The structure of a mail, by bytes. It never throws: what makes no sense is text. */
export function parseMail(raw: Uint8Array, depth = 0): MailPart {
  const bytes = Buffer.from(raw);
  const { head, body } = splitHead(bytes);
  const headers = parseHeaders(head);
  const { value, parameters } = parseParameterized(findHeader(headers, 'content-type') ?? '');
  const type = /^[\w.+-]+\/[\w.+-]+$/.test(value) ? value.toLowerCase() : 'text/plain';
  const boundary = parameters.get('boundary');
  const isMultipart = type.startsWith('multipart/') && boundary && depth < DEEPEST;
  const parts = isMultipart ? splitParts(body, boundary).map((part) => parseMail(part, depth + 1)) : [];
  return { headers, type, parameters, body, parts };
}

export function findHeader(headers: MailPart['headers'], name: string): string | undefined {
  return headers.find(([known]) => known.toLowerCase() === name)?.[1];
}

/** All leaves, in their order. */
export function listLeaves(part: MailPart): readonly MailPart[] {
  return part.parts.length === 0 ? [part] : part.parts.flatMap(listLeaves);
}

/** The bytes that a part carries. */
export function decodeBody({ headers, body }: MailPart): Buffer {
  const encoding = (findHeader(headers, 'content-transfer-encoding') ?? '').trim().toLowerCase();
  if (encoding === 'base64')
    return Buffer.from(body.toString('latin1').replace(/[^A-Za-z0-9+/=]/g, ''), 'base64');
  if (encoding === 'quoted-printable') return decodeQuotedPrintable(body.toString('latin1'));
  return body;
}

export function findFileName({ headers, parameters }: MailPart): string | undefined {
  const disposition = parseParameterized(findHeader(headers, 'content-disposition') ?? '');
  return disposition.parameters.get('filename') ?? parameters.get('name');
}

function splitHead(bytes: Buffer): { readonly head: string; readonly body: Buffer } {
  const end = /\r?\n\r?\n/.exec(bytes.toString('latin1'));
  if (!end) return { head: bytes.toString('latin1'), body: Buffer.alloc(0) };
  const at = end.index + end[0].length;
  return { head: bytes.toString('latin1', 0, end.index), body: bytes.subarray(at) };
}

function parseHeaders(head: string): MailPart['headers'] {
  return head
    .replace(/\r?\n[ \t]+/g, ' ')
    .split(/\r?\n/)
    .flatMap((line) => {
      const [, name, value = ''] = /^([!-9;-~]+)[ \t]*:(.*)$/.exec(line) ?? [];
      return name === undefined ? [] : [[name, value.trim()] as const];
    });
}

function parseParameterized(text: string): { value: string; parameters: Map<string, string> } {
  const [value = '', ...rest] = text.split(/;(?=(?:[^"]*"[^"]*")*[^"]*$)/);
  const parameters = new Map<string, string>();
  for (const piece of rest) {
    const [, name, quoted, bare] = /^\s*([^\s=]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|(.*?))\s*$/.exec(piece) ?? [];
    if (name !== undefined) parameters.set(name.toLowerCase(), quoted?.replace(/\\(.)/g, '$1') ?? bare ?? '');
  }
  return { value: value.trim(), parameters: joinExtended(parameters) };
}

/** `filename*0*=utf-8''a%20; filename*1=b` is one parameter, in pieces and with a charset of its own [RFC 2231]. */
function joinExtended(parameters: ReadonlyMap<string, string>): Map<string, string> {
  const joined = new Map([...parameters].filter(([name]) => !name.includes('*')));
  const pieces = [...parameters].filter(([name]) => name.includes('*'));
  for (const name of new Set(pieces.map(([key]) => key.split('*')[0] ?? ''))) {
    const own = pieces
      .filter(([key]) => key.split('*')[0] === name)
      .sort(([a], [b]) => Number(a.split('*')[1]) - Number(b.split('*')[1]));
    const [, charset, text] = /^([\w-]*)'[^']*'(.*)$/s.exec(own.map(([, value]) => value).join('')) ?? [];
    const bytes = (text ?? own.map(([, value]) => value).join('')).replace(
      /%([0-9A-Fa-f]{2})/g,
      (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)),
    );
    joined.set(name, charset === undefined ? bytes : decodeText(Buffer.from(bytes, 'latin1'), charset));
  }
  return joined;
}

function splitParts(body: Buffer, boundary: string): readonly Buffer[] {
  const text = body.toString('latin1');
  const escaped = boundary.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const marks = [...text.matchAll(new RegExp(`(?:^|\\r?\\n)--${escaped}(--)?[ \\t]*(?=\\r?\\n|$)`, 'g'))];
  return marks.flatMap((mark, index) => {
    if (mark[1]) return [];
    const from = mark.index + mark[0].length + (text.startsWith('\r\n', mark.index + mark[0].length) ? 2 : 1);
    return [body.subarray(from, marks[index + 1]?.index ?? body.length)];
  });
}

function decodeQuotedPrintable(text: string): Buffer {
  const joined = text.replace(/[ \t]*\r?\n/g, '\n').replace(/=\n/g, '');
  return Buffer.from(
    joined.replace(/=([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  );
}
