import type { Refusal } from '../../../sync/source.ts';
import { ZammadError } from '../errors.ts';
import type { ExternalNames } from '../external-names.ts';
import { parseRows } from '../parse-tickets.ts';
import type { Article, Ticket } from '../schema.ts';
import { phrase } from '../texts.ts';
import type { Found, TicketContents } from '../ticket-source.ts';
import type { ZammadClient } from './client.ts';
import type { FindEach } from './find-each.ts';
import { mapRestArticle } from './map-rest-article.ts';
import { RestArticle, RestFile } from './rest-schema.ts';

export interface ContentsOptions {
  readonly client: ZammadClient;
  readonly names: ExternalNames;
  readonly findEach: FindEach;
  readonly signal: AbortSignal;
}

/** Three requests a ticket: articles know neither tags nor links. */
export async function readContents(
  tickets: readonly Ticket[],
  options: ContentsOptions,
): Promise<Found<TicketContents>> {
  const { names, findEach, signal } = options;
  const within: Refusal[] = [];
  const found = await findEach(
    tickets.map(({ id }) => id),
    async (id) => {
      const contents = await readOne(id, options);
      within.push(...(contents?.refused ?? []));
      return contents?.record;
    },
    { nameOf: names.ticket, signal },
  );
  const rows = new Map(tickets.map(({ id, attributes }) => [names.ticket(id), attributes]));
  const refused = found.refused.map((refusal) => ({ ...refusal, said: rows.get(refusal.externalId) }));
  return { records: found.records, refused: [...refused, ...within] };
}

interface Read {
  readonly record: TicketContents;
  /** Articles and files of it. */
  readonly refused: readonly Refusal[];
}

async function readOne(id: number, { client, names, signal }: ContentsOptions): Promise<Read | undefined> {
  const rows = await client.findArticles(id, signal);
  if (!rows) return isGone(id, client, signal);
  const tags = await client.listTags(id, signal);
  const links = await client.listLinks(id, signal);
  const { articles, refused } = parseArticles(rows, id, names);
  const record = {
    ticketId: id,
    articles,
    tags,
    links: links
      .filter((link) => link.link_object === 'Ticket')
      .map((link) => ({ type: link.link_type, ticketId: link.link_object_value })),
  };
  return { record, refused };
}

/** A ticket that was there a moment ago is only believed to be gone where it says so itself. */
async function isGone(id: number, client: ZammadClient, signal: AbortSignal): Promise<undefined> {
  if ((await client.probeTicket(id, signal)) === 'gone') return undefined;
  throw new ZammadError(phrase('zammad.missing', { says: '' }), {
    code: 'zammad_missing',
    help: phrase('zammad.missing.help'),
  });
}

/** In the order in which they were written: Zammad 5.5 gives them in none. */
function parseArticles(rows: readonly unknown[], ticketId: number, names: ExternalNames) {
  const on = names.ticket(ticketId);
  const { records, refused } = parseRows(RestArticle, rows, names.article);
  const all = [...refused];
  const articles = records.map((row): Article => {
    const files = parseRows(RestFile, row.attachments ?? [], names.file);
    all.push(...files.refused);
    return mapRestArticle(row, files.records);
  });
  return {
    articles: articles.toSorted((a, b) => a.id - b.id),
    refused: all.map((refusal): Refusal => ({ ...refusal, on })),
  };
}
