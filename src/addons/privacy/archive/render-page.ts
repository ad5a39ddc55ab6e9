import { escapeHtml } from '../../../lib/html.ts';
import type { Phrase, Say } from '../../../lib/phrase.ts';
import { safeHtml } from '../../../portal/safe-html.ts';
import { findFileId } from '../../tickets/ticket/linked-files.ts';
import type { KeptField, KeptMessage, KeptRecord } from '../actions.ts';
import { phrase } from '../texts.ts';
import { STYLE } from './style.ts';

/** Whatever a text brings along, an opened archive tells nobody that it was opened. */
const POLICY = "default-src 'none'; img-src 'self' file: data:; style-src 'unsafe-inline'";
/** Where a link has no address of its own it leads nowhere. */
const NOWHERE = 'https://odoo.invalid';

export interface PageWriter {
  page(title: string, body: string): string;
  say(told: Phrase): string;
  moment(utc: string): string;
  records(records: readonly KeptRecord[], linkOf: LinkOf): string;
  messages(messages: readonly KeptMessage[], linkOf: LinkOf): string;
}

/** Where in the archive a file stands, as seen from the page; undefined where it does not. */
export type LinkOf = (fileId: number) => { readonly href: string; readonly name: string } | undefined;

/** Pages of an archive, in their reader’s language; each stands alone, without a script or anything from elsewhere. */
export function createPageWriter(language: string, say: Say): PageWriter {
  const dates = new Intl.DateTimeFormat(language, {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: 'UTC',
  });
  const words = (told: Phrase) => escapeHtml(say(told));
  const moment = (utc: string) => `${dates.format(new Date(`${utc.replace(' ', 'T')}Z`))} UTC`;

  function value({ type, value: raw }: KeptField, linkOf: LinkOf): string {
    if (type === 'html') return body(String(raw), linkOf);
    if (type === 'datetime') return escapeHtml(moment(String(raw)));
    if (typeof raw === 'boolean') return words(raw ? phrase('privacy.yes') : phrase('privacy.no'));
    return escapeHtml(String(raw)).replaceAll('\n', '<br>');
  }

  const body = (html: string, linkOf: LinkOf) =>
    safeHtml(html, NOWHERE, (address) => {
      const id = findFileId(address);
      return id === undefined ? undefined : linkOf(id)?.href;
    })
      .map((part) => part.html.toString())
      .join('');

  function message(one: KeptMessage, linkOf: LinkOf): string {
    const files = one.files.flatMap((id) => linkOf(id) ?? []);
    const on = one.on === '' ? '' : `<div class="muted">${escapeHtml(one.on)}</div>`;
    const subject = one.subject === '' ? '' : `<div><b>${escapeHtml(one.subject)}</b></div>`;
    return `<article class="message"><header><b>${escapeHtml(one.author)}</b><time>${escapeHtml(moment(one.date))}</time></header>
${on}${subject}${body(one.body, linkOf)}${files.length === 0 ? '' : `<ul>${files.map(link).join('')}</ul>`}</article>`;
  }

  return {
    say: words,
    moment,
    page: (title, content) => `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${POLICY}"><title>${escapeHtml(title)}</title><style>${STYLE}</style></head>
<body>${content}</body></html>
`,
    records: (records, linkOf) =>
      records
        .map(
          ({
            called,
            title,
            fields,
          }) => `<h3>${escapeHtml(called)}${title === '' ? '' : `: ${escapeHtml(title)}`}</h3>
<table>${fields.map((one) => `<tr><th scope="row">${escapeHtml(one.label)}</th><td>${value(one, linkOf)}</td></tr>`).join('')}</table>`,
        )
        .join('\n'),
    messages: (messages, linkOf) => messages.map((one) => message(one, linkOf)).join('\n'),
  };
}

const link = ({ href, name }: { readonly href: string; readonly name: string }) =>
  `<li><a href="${escapeHtml(href)}">${escapeHtml(name)}</a></li>`;
