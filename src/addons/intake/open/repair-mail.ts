import { flattenMarkup } from '../../../portal/flatten-markup.ts';
import { decodeText } from './decode-text.ts';
import { decodeBody, findFileName, findHeader, listLeaves, type MailPart, parseMail } from './parse-mail.ts';
import { type PlainFile, type PlainMail, writeMail } from './write-mail.ts';

/** A file to which its mail gives no name. */
export const NAMELESS = 'file';

/** What a mail is judged by. */
const KEPT = [
  'from',
  'reply-to',
  'to',
  'cc',
  'subject',
  'date',
  'message-id',
  'in-reply-to',
  'references',
  'delivered-to',
  'x-original-to',
  'envelope-to',
  'auto-submitted',
  'x-auto-response-suppress',
  'precedence',
  'x-autoreply',
  'x-autorespond',
  'list-id',
  'list-unsubscribe',
  'x-loop',
];

/** The same mail in the plainest form there is, for a reader that some charset or header of it stopped; known by the id given. */
export function repairMail(raw: Uint8Array, messageId?: string): Buffer {
  const mail = parseMail(raw);
  const { html, ...content } = readContent(mail);
  const headers = readHeaders(mail).filter(([name]) => !messageId || name.toLowerCase() !== 'message-id');
  return writeMail({
    headers: messageId ? [['Message-ID', messageId], ...headers] : headers,
    ...content,
    html: html && flattenMarkup(html),
  });
}

export function readHeaders({ headers }: MailPart): PlainMail['headers'] {
  return headers
    .filter(([name]) => KEPT.includes(name.toLowerCase()))
    .map(([name, value]) => [name, decodeHeader(value)]);
}

/** Its words and its files. */
export function readContent(mail: MailPart): Pick<PlainMail, 'text' | 'html' | 'files'> {
  const texts: string[] = [];
  const htmls: string[] = [];
  const files: PlainFile[] = [];
  for (const leaf of listLeaves(mail)) {
    const name = findFileName(leaf);
    const isFile =
      name !== undefined || /^\s*attachment/i.test(findHeader(leaf.headers, 'content-disposition') ?? '');
    // A multipart without parts is text all the same.
    const isText = /^text\/(plain|html)$|^multipart\//.test(leaf.type);
    if (isFile || !isText) files.push(toFile(leaf, name));
    else if (leaf.type === 'text/html') htmls.push(wordsOf(leaf));
    else texts.push(wordsOf(leaf));
  }
  return {
    text: texts.join('\n'),
    html: htmls.length === 0 ? undefined : htmls.join('\n'),
    files,
  };
}

const wordsOf = (leaf: MailPart): string => decodeText(decodeBody(leaf), leaf.parameters.get('charset'));

function toFile(leaf: MailPart, name: string | undefined): PlainFile {
  const contentId = findHeader(leaf.headers, 'content-id')?.replace(/[<>\s]/g, '');
  return {
    name: name === undefined ? NAMELESS : decodeHeader(name),
    type: leaf.type,
    content: decodeBody(leaf),
    ...(contentId ? { contentId } : {}),
  };
}

/** Encoded words, and bytes that should have been some. */
export function decodeHeader(value: string): string {
  const joined = value.replace(/(=\?[^?\s]+\?[bq]\?[^?]*\?=)\s+(?==\?)/gi, '$1');
  const words = joined.replace(
    /=\?([^?\s*]+)(?:\*[^?]*)?\?([bq])\?([^?]*)\?=/gi,
    (_, charset: string, kind: string, text: string) => {
      const bytes =
        kind.toLowerCase() === 'b'
          ? Buffer.from(text, 'base64')
          : Buffer.from(
              text
                .replaceAll('_', ' ')
                .replace(/=([0-9A-Fa-f]{2})/g, (__, hex: string) =>
                  String.fromCharCode(Number.parseInt(hex, 16)),
                ),
              'latin1',
            );
      return MARK + encodeURIComponent(decodeText(bytes, charset)) + MARK;
    },
  );
  return words
    .split(MARK)
    .map((piece, index) =>
      index % 2 === 1 ? decodeURIComponent(piece) : decodeText(Buffer.from(piece, 'latin1'), undefined),
    )
    .join('');
}

/** Stands in no header. */
const MARK = '\0';
