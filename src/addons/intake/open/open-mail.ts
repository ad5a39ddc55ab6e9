import { flattenMarkup, isDeepMarkup } from '../../../portal/flatten-markup.ts';
import { decodeBody, findFileName, listLeaves, type MailPart, parseMail } from './parse-mail.ts';
import { readTnef } from './read-tnef.ts';
import { NAMELESS, readContent, readHeaders } from './repair-mail.ts';
import { unwrapSigned } from './unwrap-signed.ts';
import { type PlainFile, type PlainMail, writeMail } from './write-mail.ts';

/** Something wrapped in something wrapped: what nobody sends on purpose goes no further. */
const DEEPEST = 5;

type Content = Pick<PlainMail, 'text' | 'html' | 'files'>;

/**
 * What a mail holds in parts that Odoo does not look into (winmail.dat, opaque S/MIME signatures), and the whole of a text that
 * is nested too deeply for it or shows pictures which have no name, as a mail of its own
 * with the subject given. Undefined where there is nothing in them, or they cannot be opened.
 */
export function openMail(raw: Uint8Array, subject: string): Buffer | undefined {
  const mail = parseMail(raw);
  const opened = listLeaves(mail).flatMap((leaf) => openPart(leaf, 0));
  opened.push(...readAnew(mail));
  // A multipart whose parts nobody can tell apart is text.
  if (mail.type.startsWith('multipart/') && mail.parts.length === 0) opened.push(readContent(mail));
  if (opened.length === 0) return undefined;
  const from = readHeaders(mail).filter(([name]) => name.toLowerCase() === 'from');
  return writeMail({
    headers: [...from, ['Subject', subject]],
    text: join(opened.map(({ text }) => text)),
    html: join(opened.map(({ html }) => html)),
    files: opened.flatMap(({ files }) => files),
  });
}

/** The text with the pictures that it shows, where Odoo gets one or the other by half. */
function readAnew(mail: MailPart): readonly Content[] {
  const { html, files } = readContent(mail);
  if (html === undefined) return [];
  const shown = files.filter(({ contentId }) => contentId);
  const isNameless = shown.some(
    ({ name, contentId }) => name === NAMELESS && html.includes(`cid:${contentId}`),
  );
  if (!isDeepMarkup(html) && !isNameless) return [];
  return [{ text: undefined, html: flattenMarkup(html), files: shown.map(giveName) }];
}

/** Odoo knows a picture of the text by its name alone. */
function giveName(file: PlainFile, index: number): PlainFile {
  const [, ending] = /^image\/([a-z]{1,8})\b/.exec(file.type) ?? [];
  return file.name === NAMELESS && ending ? { ...file, name: `picture-${index + 1}.${ending}` } : file;
}

function openPart(leaf: MailPart, depth: number): readonly Content[] {
  if (depth > DEEPEST) return [];
  const name = (findFileName(leaf) ?? '').toLowerCase();
  if (/ms-tnef$/.test(leaf.type) || /^win(mail)?\.dat$/.test(name)) {
    const tnef = readTnef(decodeBody(leaf));
    if (!tnef) return [];
    const files = tnef.files.map((file) => ({ ...file, type: 'application/octet-stream' }));
    return [{ text: tnef.text, html: tnef.html, files }];
  }
  if (/^application\/(x-)?pkcs7-mime$/.test(leaf.type) || name.endsWith('.p7m')) {
    const signed = unwrapSigned(decodeBody(leaf));
    if (!signed) return [];
    const inside = parseMail(signed);
    const deeper = listLeaves(inside).flatMap((part) => openPart(part, depth + 1));
    return [readContent(inside), ...deeper];
  }
  return [];
}

function join(texts: readonly (string | undefined)[]): string | undefined {
  const said = texts.filter((text) => text);
  return said.length === 0 ? undefined : said.join('\n');
}
