import { Message } from '../../odoo/builtin-models.ts';
import type { Odoo } from '../../odoo/model-api.ts';
import { parseOdooDatetime, type Row } from '../../odoo/values.ts';
import { personName } from '../../portal/person-name.ts';
import { type SafeHtml, safeHtml } from '../../portal/safe-html.ts';
import { Ticket } from './models.ts';

/** More than this is no conversation that a page can show. */
export const MESSAGE_LIMIT = 200;

export interface ConversationMessage {
  readonly author: string;
  readonly isOwn: boolean;
  readonly date: Date | undefined;
  readonly body: SafeHtml;
}

/**
 * What was said on a ticket, oldest first. Odoo keeps internal notes from portal users by itself; an employee
 * who looks at the portal must not see them either, so the domain leaves them out, too.
 */
export async function readConversation(
  odoo: Odoo,
  ticketId: number,
  ownPartnerId: number,
  odooUrl: string,
): Promise<readonly ConversationMessage[]> {
  const newestFirst = await odoo.model(Message).searchRead(
    [
      ['model', '=', Ticket.name],
      ['res_id', '=', ticketId],
      ['message_type', 'in', ['comment', 'email', 'email_outgoing', 'auto_comment']],
      ['is_internal', '=', false],
      ['subtype_id.internal', '=', false],
    ],
    {
      fields: ['date', 'body', 'author_id', 'email_from'],
      order: 'date desc, id desc',
      limit: MESSAGE_LIMIT,
    },
  );
  return newestFirst
    .filter(({ body }) => body !== false && body !== '')
    .map((message) => ({
      author: authorOf(message),
      isOwn: message.author_id !== false && message.author_id[0] === ownPartnerId,
      date: parseOdooDatetime(message.date),
      body: safeHtml(message.body || '', odooUrl),
    }))
    .reverse();
}

function authorOf(message: Row<typeof Message, 'author_id' | 'email_from'>): string {
  if (message.author_id) return personName(message.author_id[1]);
  return message.email_from || '?';
}
