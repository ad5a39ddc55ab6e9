import type { z } from 'zod';
import { type Ask, createAsk } from '../../../actions/asked-action.ts';
import { errorMessage } from '../../../lib/errors.ts';
import { escapeHtml } from '../../../lib/html.ts';
import type { I18n } from '../../../lib/i18n.ts';
import { isOdooError } from '../../../odoo/faults.ts';
import type { Files } from '../../../odoo/files.ts';
import type { Odoo } from '../../../odoo/model-api.ts';
import { safeFileName } from '../../../portal/file-name.ts';
import { listLinkedFiles } from '../../tickets/ticket/linked-files.ts';
import { type DataPage, type KeptFile, type lookAction, readDataAction } from '../actions.ts';
import { phrase } from '../texts.ts';
import { isEmpty, partPage, withoutTokens } from './part-page.ts';
import { createPageWriter, type LinkOf, type PageWriter } from './render-page.ts';

export type LookAnswer = z.infer<typeof lookAction.answer>;

export interface ArchiveSources {
  readonly odoo: Odoo;
  readonly files: Files;
  readonly i18n: I18n;
}

export interface ArchiveOptions extends ArchiveSources {
  readonly found: LookAnswer;
  readonly withInternal: boolean;
  readonly made: Date;
  readonly signal: AbortSignal;
  /** Puts a file into the archive; told the size, where it is known, it may begin a new one first. */
  put(name: string, source: AsyncIterable<Uint8Array> | string, size?: number): Promise<void>;
}

export type ArchiveCounts = Readonly<Record<string, number>>;

/** Tickets asked for in a call; Odoo answers fewer where they are long. */
const TICKETS = 20;
const MESSAGES = 200;

/**
 * Everything that the desk holds of somebody, as files: a page to begin with, one for each ticket, the same as JSON, and
 * the files themselves. What customers may not see stands in a folder of its own. One ticket and one piece of a file are in
 * memory at a time.
 */
export async function writeArchive(options: ArchiveOptions): Promise<ArchiveCounts> {
  const { odoo, i18n, found, withInternal, put, signal } = options;
  const [contact] = found.contacts;
  const lang = contact?.lang ?? 'en_US';
  const pages = createPageWriter(i18n.languageOf(lang), i18n.sayIn(lang));
  const ask = createAsk(readDataAction);
  const counts = new Map<string, number>();
  const parts = withInternal ? [true, false] : [true];
  const folderOf = (isShown: boolean) => (isShown ? '' : 'internal/');

  async function write(page: DataPage, name: string, title: string): Promise<void> {
    for (const isShown of parts) {
      const part = partPage(withLinkedFiles(page, isShown), isShown);
      if (isEmpty(part)) continue;
      const folder = folderOf(isShown);
      const linkOf = linksOf(part, name);
      await put(`${folder}${name}.html`, renderPart(pages, part, title, linkOf, isShown));
      await put(`${folder}${name}.json`, `${JSON.stringify(withoutTokens(part), null, 2)}\n`);
      for (const file of part.files) await putFile(options, folder, file, counts);
    }
    for (const { model } of page.records) add(counts, model, 1);
    add(counts, 'mail.message', page.messages.length);
  }

  await put('index.html', renderIndex(pages, options));
  for await (const page of readPerson(ask, odoo, options, lang)) {
    await write(page, 'contact', pages.say(phrase('privacy.archive.person')));
  }
  let words = 0;
  for await (const page of readWords(ask, odoo, options, lang)) {
    words += 1;
    if (page.messages.length > 0)
      await write(page, `words-${words}`, pages.say(phrase('privacy.archive.words')));
  }
  for (let at = 0; at < found.tickets.length; ) {
    signal.throwIfAborted();
    const some = found.tickets.slice(at, at + TICKETS);
    const asked = { contacts: found.persons, lang, part: 'tickets', tickets: some.map(({ id }) => id) };
    const { pages: read } = await ask(odoo, asked, { signal });
    for (const [place, page] of read.entries()) {
      const ticket = some[place];
      if (ticket) await write(page, `tickets/${nameOf(ticket)}`, `${ticket.ref} ${ticket.name}`);
    }
    at += Math.max(read.length, 1);
  }
  return Object.fromEntries([...counts].filter(([, count]) => count > 0));
}

type Asking = Ask<z.infer<typeof readDataAction.answer>>;

async function* readPerson(ask: Asking, odoo: Odoo, { found, signal }: ArchiveOptions, lang: string) {
  const { pages } = await ask(odoo, { contacts: found.persons, lang, part: 'person' }, { signal });
  yield* pages;
}

/** What they said on what is others’. */
async function* readWords(ask: Asking, odoo: Odoo, { found, signal }: ArchiveOptions, lang: string) {
  for (let after = 0; ; ) {
    const asked = { contacts: found.persons, lang, part: 'words', after, limit: MESSAGES };
    const { pages, last } = await ask(odoo, asked, { signal });
    yield* pages;
    if (last === 0) return;
    after = last;
  }
}

/** What a text shows without its being attached to anything. */
function withLinkedFiles(page: DataPage, isShown: boolean): DataPage {
  const known = new Set(page.files.map(({ id }) => id));
  const texts = [
    ...page.messages.filter((message) => message.is_shown === isShown).map(({ body }) => body),
    ...page.records.flatMap(({ fields, is_shown }) =>
      fields
        .filter((field) => field.type === 'html' && (is_shown && field.is_shown) === isShown)
        .map(({ value }) => String(value)),
    ),
  ];
  const linked = new Map(texts.flatMap(listLinkedFiles).map((file) => [file.id, file]));
  const more = [...linked.values()]
    .filter(({ id }) => !known.has(id))
    .map(({ id, token }) => ({ id, token, name: '', size: 0, model: '', record: 0, is_shown: isShown }));
  return { ...page, files: [...page.files, ...more] };
}

const pathOf = ({ id, name }: KeptFile) => `files/${id}-${safeFileName(name)}`;

function linksOf({ files }: DataPage, page: string): LinkOf {
  const up = '../'.repeat(page.split('/').length - 1);
  const known = new Map(files.map((file) => [file.id, file]));
  return (id) => {
    const file = known.get(id);
    if (!file) return undefined;
    const href = `${up}${pathOf(file).split('/').map(encodeURIComponent).join('/')}`;
    return { href, name: file.name || safeFileName(file.name) };
  };
}

async function putFile(
  { files, put, signal }: ArchiveOptions,
  folder: string,
  file: KeptFile,
  counts: Map<string, number>,
): Promise<void> {
  const path = `${folder}${pathOf(file)}`;
  // Several texts may show the same one.
  if (counts.has(path)) return;
  counts.set(path, 0);
  try {
    const { body } = await files.download(file.id, { token: file.token, signal });
    await put(path, body, file.size);
    add(counts, 'ir.attachment', 1);
  } catch (error) {
    // Odoo lists files that its disk has lost: the others are no worse for it.
    if (!isOdooError(error, 'odoo_missing')) throw error;
    await put(`${path}.missing.txt`, `${errorMessage(error)}\n`);
    add(counts, 'missing files', 1);
  }
}

function renderPart(
  pages: PageWriter,
  part: DataPage,
  title: string,
  linkOf: LinkOf,
  isShown: boolean,
): string {
  const said = new Set(part.messages.flatMap(({ files }) => files));
  const others = part.files.filter(({ id }) => !said.has(id)).flatMap(({ id }) => linkOf(id) ?? []);
  const list = others.map(
    ({ href, name }) => `<li><a href="${escapeHtml(href)}">${escapeHtml(name)}</a></li>`,
  );
  return pages.page(
    title,
    `<h1>${escapeHtml(title)}</h1>${isShown ? '' : `<p class="internal">${pages.say(phrase('privacy.archive.internal'))}</p>`}
${pages.records(part.records, linkOf)}
${list.length === 0 ? '' : `<h2>${pages.say(phrase('privacy.archive.files'))}</h2><ul>${list.join('')}</ul>`}
${part.messages.length === 0 ? '' : `<h2>${pages.say(phrase('privacy.archive.messages'))}</h2>`}
${pages.messages(part.messages, linkOf)}`,
  );
}

const nameOf = ({ id, ref }: { readonly id: number; readonly ref: string }) =>
  ref === '' ? `ticket-${id}` : safeFileName(ref);

function renderIndex(pages: PageWriter, { found, withInternal, made }: ArchiveOptions): string {
  const [contact] = found.contacts;
  const name = contact?.name ?? '';
  const title = pages.say(phrase('privacy.archive.title', { name }));
  const moment = pages.moment(made.toISOString().slice(0, 19));
  const rows = found.tickets.map((ticket) => {
    const links = [
      `<a href="tickets/${encodeURIComponent(nameOf(ticket))}.html">${escapeHtml(ticket.ref || String(ticket.id))}</a>`,
    ];
    return `<tr><td>${links.join('')}</td><td>${escapeHtml(ticket.name)}</td><td>${escapeHtml(pages.moment(ticket.opened))}</td></tr>`;
  });
  const heads = [
    phrase('privacy.archive.ticket'),
    phrase('privacy.archive.subject'),
    phrase('privacy.archive.opened'),
  ];
  return pages.page(
    title,
    `<h1>${title}</h1>
<p>${pages.say(phrase('privacy.archive.made', { moment }))}</p>
<p>${pages.say(phrase('privacy.archive.how'))}</p>
<p><a href="contact.html">${pages.say(phrase('privacy.archive.person'))}</a></p>
${withInternal ? `<p class="internal">${pages.say(phrase('privacy.archive.folder'))}</p>` : ''}
<h2>${pages.say(phrase('privacy.archive.tickets'))} (${found.tickets.length})</h2>
<table class="list"><thead><tr>${heads.map((head) => `<th scope="col">${pages.say(head)}</th>`).join('')}</tr></thead><tbody>${rows.join('\n')}</tbody></table>`,
  );
}

function add(counts: Map<string, number>, name: string, count: number): void {
  if (count > 0) counts.set(name, (counts.get(name) ?? 0) + count);
}
