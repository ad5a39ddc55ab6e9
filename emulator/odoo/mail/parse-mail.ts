import { OdooFault } from '../faults.ts';

/** A mail as Odoo's gateway takes it apart. */
export interface ParsedMail {
  readonly head: ReadonlyMap<string, string>;
  readonly messageId: string;
  readonly subject: string | false;
  readonly from: string;
  /** As Odoo keeps moments; undefined where the mail has none that can be read. */
  readonly date: string | undefined;
  /** To, Cc and the envelope's, bare and in small letters. */
  readonly recipients: readonly string[];
  readonly references: readonly string[];
  readonly isBounce: boolean;
  readonly body: string;
  readonly files: readonly MailFile[];
}

export interface MailFile {
  readonly name: string;
  readonly content: Buffer;
  readonly mimetype: string;
  readonly contentId: string;
}

/** Of a mail with parts the plain text and the page; of one without, whatever text it is. */
const isBody = (leaf: Entity, mail: Entity): boolean =>
  leaf === mail ? leaf.type.startsWith('text/') : /^text\/(?:plain|html)$/.test(leaf.type);

interface Entity {
  readonly head: ReadonlyMap<string, string>;
  readonly type: string;
  readonly content: string;
}

export function parseMail(raw: Buffer): ParsedMail {
  const mail = toEntity(raw.toString('latin1'));
  const { head } = mail;
  const from = words(head.get('from') ?? '');
  const files: MailFile[] = [];
  const bodies: { type: string; text: string }[] = [];
  for (const leaf of leavesOf(mail)) {
    const name =
      parameter(leaf.head, 'content-disposition', 'filename') ?? parameter(leaf.head, 'content-type', 'name');
    const isFile = name !== undefined || /^attachment/.test(leaf.head.get('content-disposition') ?? '');
    if (isFile || !isBody(leaf, mail)) {
      textOf(leaf);
      files.push({
        name: words(name ?? 'attachment'),
        content: bytesOf(leaf),
        mimetype: leaf.type,
        // Odoo looks at it where there is a name, and only there.
        contentId: name === undefined ? '' : (leaf.head.get('content-id') ?? '').replace(/[<>]/g, ''),
      });
    } else bodies.push({ type: leaf.type, text: textOf(leaf) });
  }
  const html = bodies.find(({ type }) => type === 'text/html');
  const plain = bodies
    .map(({ text }) => `<pre>${text.replace(/&/g, '&amp;').replace(/</g, '&lt;')}</pre>\n`)
    .join('');
  return {
    head,
    messageId: head.get('message-id') ?? `<${crypto.randomUUID()}@localhost>`,
    subject: words(head.get('subject') ?? '') || false,
    from: formatAddress(splitAddresses(from)[0] ?? from),
    date: dateOf(head.get('date') ?? ''),
    recipients: ['delivered-to', 'to', 'cc'].flatMap((name) =>
      splitAddresses(head.get(name) ?? '').map(bareAddress),
    ),
    references: `${head.get('references') ?? ''} ${head.get('in-reply-to') ?? ''}`
      .split(/\s+/)
      .filter(Boolean),
    isBounce: /^multipart\/report/.test(mail.type) || /mailer-daemon@/i.test(from),
    body: html ? `${html.text}${isAlternative(mail) ? '' : '\n'}` : plain,
    files,
  };
}

/** The name in quotes, whatever it is. */
function formatAddress(text: string): string {
  const [, name = '', address] = /^(.*?)\s*<([^>]*)>$/.exec(text) ?? [];
  const bare = name.replace(/^"|"$/g, '').trim();
  return address === undefined || bare === '' ? (address ?? text) : `"${bare}" <${address}>`;
}

function dateOf(text: string): string | undefined {
  const moment = Date.parse(text);
  return Number.isNaN(moment) ? undefined : new Date(moment).toISOString().slice(0, 19).replace('T', ' ');
}

const isAlternative = ({ type, content }: Entity) =>
  /^multipart\/alternative/.test(type) || /Content-Type:\s*multipart\/alternative/i.test(content);

export const bareAddress = (text: string): string =>
  (/<([^>]*)>/.exec(text)?.[1] ?? text).trim().toLowerCase();

/** Commas in quotes part nothing. */
const splitAddresses = (text: string): readonly string[] =>
  text
    .split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/)
    .map((part) => part.trim())
    .filter((part) => part.includes('@'));

function toEntity(text: string): Entity {
  const [, rawHead = text, content = ''] = /^([\s\S]*?)\r?\n\r?\n([\s\S]*)$/.exec(text) ?? [];
  const head = new Map<string, string>();
  for (const line of rawHead.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const [, name = '', value = ''] = /^([^:\s]+):\s*(.*)$/.exec(line) ?? [];
    if (name && !head.has(name.toLowerCase())) head.set(name.toLowerCase(), value.trim());
  }
  const type = (head.get('content-type') ?? 'text/plain').split(';')[0]?.trim().toLowerCase() ?? 'text/plain';
  return { head, type, content };
}

function leavesOf(entity: Entity): readonly Entity[] {
  const boundary = parameter(entity.head, 'content-type', 'boundary');
  if (!entity.type.startsWith('multipart/') || boundary === undefined) return [entity];
  return `\n${entity.content}`
    .split(`\n--${boundary}`)
    .slice(1)
    .filter((part) => !part.startsWith('--'))
    .flatMap((part) => leavesOf(toEntity(part.replace(/^\r?\n/, ''))));
}

function parameter(head: ReadonlyMap<string, string>, header: string, name: string): string | undefined {
  const value = head.get(header) ?? '';
  const extended = new RegExp(`;\\s*${name}\\*=utf-8''([^;]*)`, 'i').exec(value)?.[1];
  if (extended) return decodeURIComponent(extended);
  return new RegExp(`;\\s*${name}=(?:"([^"]*)"|([^;\\s]*))`, 'i')
    .exec(value)
    ?.slice(1)
    .find((text) => text !== undefined);
}

function bytesOf({ head, content }: Entity): Buffer {
  const encoding = (head.get('content-transfer-encoding') ?? '').toLowerCase();
  return Buffer.from(content, encoding === 'base64' ? 'base64' : 'latin1');
}

/** Python knows fewer charsets than browsers, and stops at what it does not know. */
function textOf(entity: Entity): string {
  if (!entity.type.startsWith('text/')) return '';
  if (/;\s*charset\s*$/i.test(entity.head.get('content-type') ?? ''))
    throw new OdooFault('builtins.LookupError', 'unknown encoding: ');
  const charset = (parameter(entity.head, 'content-type', 'charset') ?? 'utf-8').toLowerCase();
  try {
    if (charset === 'ks_c_5601-1989') throw new RangeError();
    return new TextDecoder(charset).decode(bytesOf(entity));
  } catch {
    throw new OdooFault('builtins.LookupError', `unknown encoding: ${charset}`);
  }
}

/** Encoded words, and raw bytes as UTF-8 where they are some. */
const words = (text: string): string =>
  text
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?([^?]+)\?([bq])\?([^?]*)\?=/gi, (_, charset: string, kind: string, coded: string) =>
      new TextDecoder(charset).decode(
        /b/i.test(kind)
          ? Buffer.from(coded, 'base64')
          : Buffer.from(
              coded
                .replaceAll('_', ' ')
                .replace(/=([0-9A-F]{2})/gi, (__, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
              'latin1',
            ),
      ),
    );
