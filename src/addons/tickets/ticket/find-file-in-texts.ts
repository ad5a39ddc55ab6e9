import { Message } from '../../../odoo/builtin-models.ts';
import { findText } from '../../../odoo/found-values.ts';
import type { Odoo } from '../../../odoo/model-api.ts';
import { Ticket } from '../models.ts';
import { conversationDomain } from './conversation.ts';
import { type LinkedFile, listLinkedFiles } from './linked-files.ts';

/** A file that the ticket's description or one of the messages that its reader may see leads to: two calls. */
export async function findFileInTexts(
  odoo: Odoo,
  ticketId: number,
  id: number,
): Promise<LinkedFile | undefined> {
  const named = `/${id}`;
  const [tickets, messages] = await Promise.all([
    odoo.model(Ticket).searchRead(
      [
        ['id', '=', ticketId],
        ['x_description', 'ilike', named],
      ],
      { fields: ['x_description'] },
    ),
    odoo.model(Message).searchRead([...conversationDomain(ticketId), ['body', 'ilike', named]], {
      fields: ['body'],
      limit: 20,
    }),
  ]);
  const texts = [...tickets.map((ticket) => ticket.x_description), ...messages.map(({ body }) => body)];
  return texts.flatMap((text) => listLinkedFiles(findText(text))).find((file) => file.id === id);
}
