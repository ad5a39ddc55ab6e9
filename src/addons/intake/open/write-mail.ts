/** A mail in the plainest form: UTF-8 in base64, header lines of ASCII alone. Every mail program reads it. */
export interface PlainMail {
  /** Their values as Unicode. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly text?: string | undefined;
  readonly html?: string | undefined;
  readonly files: readonly PlainFile[];
}

export interface PlainFile {
  readonly name: string;
  readonly type: string;
  readonly content: Uint8Array;
  /** By which the HTML names it: `cid:…`. */
  readonly contentId?: string | undefined;
}

const BOUNDARY = '=_supportdesk_plain';

export function writeMail({ headers, text, html, files }: PlainMail): Buffer {
  const body =
    html === undefined ? { type: 'text/plain', words: text ?? '' } : { type: 'text/html', words: html };
  const parts = [
    `Content-Type: ${body.type}; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n${base64(Buffer.from(body.words))}`,
    ...files.map(renderFile),
  ];
  const head = [
    ...headers.map(([name, value]) => `${name}: ${encodeHeader(value)}`),
    'MIME-Version: 1.0',
    `Content-Type: multipart/mixed; boundary="${BOUNDARY}"`,
  ];
  return Buffer.from(
    `${head.join('\r\n')}\r\n\r\n${parts.map((part) => `--${BOUNDARY}\r\n${part}`).join('')}--${BOUNDARY}--\r\n`,
  );
}

function renderFile({ name, type, content, contentId }: PlainFile): string {
  const isType =
    /^[\w.+-]+\/[\w.+-]+$/.test(type) && !type.startsWith('multipart/') && !type.startsWith('message/');
  const clean = [...name].filter((letter) => letter >= ' ' && !'"\\/'.includes(letter)).join('') || 'file';
  return [
    `Content-Type: ${isType && !type.startsWith('text/') ? type : 'application/octet-stream'}`,
    `Content-Disposition: attachment; filename*=utf-8''${encodeURIComponent(clean).replace(/['()*]/g, percent)}`,
    ...(contentId === undefined ? [] : [`Content-ID: <${contentId}>`]),
    'Content-Transfer-Encoding: base64',
    '',
    base64(content),
  ].join('\r\n');
}

const percent = (letter: string) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`;

const base64 = (bytes: Uint8Array): string =>
  `${(
    Buffer.from(bytes)
      .toString('base64')
      .match(/.{1,76}/g) ?? []
  ).join('\r\n')}\r\n`;

/** Words beyond ASCII as encoded words, none of them longer than 75 characters; ASCII stays as it is, addresses above all. */
function encodeHeader(value: string): string {
  const clean = value.replace(/[\r\n\0]+/g, ' ');
  if (!/[^\x20-\x7e]/.test(clean)) return clean;
  return clean.replace(/[^\x20-\x7e]+(?:[ ]+[^\x20-\x7e]+)*/g, (words) =>
    chunk([...words], 10)
      .map((letters) => `=?utf-8?B?${Buffer.from(letters.join('')).toString('base64')}?=`)
      .join(' '),
  );
}

function chunk<T>(items: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}
