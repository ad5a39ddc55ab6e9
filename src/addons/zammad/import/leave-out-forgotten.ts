import { createAsk } from '../../../actions/asked-action.ts';
import type { Odoo } from '../../../odoo/model-api.ts';
import { forgottenAction } from '../../imports/forgotten.ts';
import type { ExternalNames } from '../external-names.ts';
import { authorIdOf, NOBODY } from '../map/map-article.ts';
import type { Article, User } from '../schema.ts';
import { customersAndAuthorsOf } from './people-of.ts';
import type { ReadPage, ReadTicket } from './read-page.ts';

export interface ForgottenOptions {
  readonly odoo: Odoo;
  readonly names: ExternalNames;
  readonly signal: AbortSignal;
}

/**
 * A page without what was forgotten in Odoo: tickets of people who are known by their external id or their address, and what
 * these wrote on the tickets of others. One call, for pages on which something changed.
 */
export async function leaveOutForgotten(
  page: ReadPage,
  users: readonly User[],
  { odoo, names, signal }: ForgottenOptions,
): Promise<ReadPage> {
  if (page.changed.length === 0) return page;
  const people = [...new Set(page.changed.flatMap(customersAndAuthorsOf))];
  const asked = {
    external_ids: [
      ...people.map((id) => names.user(id)),
      ...page.changed.map(({ ticket }) => names.ticket(ticket.id)),
    ],
    addresses: [...new Set(users.map(addressOf).filter((address) => address !== ''))],
  };
  const answer = await createAsk(forgottenAction)(odoo, asked, { signal });
  if (answer.external_ids.length + answer.addresses.length === 0) return page;
  const gone = new Set(answer.external_ids);
  const addresses = new Set(answer.addresses);
  const byAddress = new Set(users.filter((user) => addresses.has(addressOf(user))).map(({ id }) => id));
  const isForgotten = (id: number | undefined) =>
    id !== undefined && (gone.has(names.user(id)) || byAddress.has(id));
  const silence = (article: Article): Article =>
    isForgotten(authorIdOf(article)) ? withoutWords(article) : article;
  const changed = page.changed
    .filter(({ ticket }) => !gone.has(names.ticket(ticket.id)) && !isForgotten(ticket.customer_id))
    .map(
      (read): ReadTicket => ({
        ...read,
        description: read.description && silence(read.description),
        messages: read.messages.map(silence),
      }),
    );
  return { ...page, changed };
}

const addressOf = ({ email }: User): string => email.trim().toLowerCase();

/** That somebody wrote stays, as it does in Odoo. */
const withoutWords = (article: Article): Article => ({
  ...article,
  ...{ from: '', to: '', cc: '', subject: '', body: '', message_id: '' },
  created_by_id: NOBODY,
  origin_by_id: undefined,
  files: [],
  originals: [],
});
