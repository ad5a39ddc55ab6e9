import { Message } from '../../../odoo/builtin-models.ts';
import { findText } from '../../../odoo/found-values.ts';
import type { Reads } from '../../../odoo/model-api.ts';
import { Ticket } from '../models.ts';
import { conversationDomain, MESSAGE_LIMIT } from './conversation.ts';
import { type LinkedFile, listLinkedFiles } from './linked-files.ts';

/** A file that the ticket's description or one of the messages that its reader may see leads to. */
export async function findFileInTexts(
  reads: Reads,
  ticketId: number,
  id: number,
): Promise<LinkedFile | undefined> {
  const named = `/${id}`;
  const [tickets, messages] = await Promise.all([
    reads.model(Ticket).searchRead(
      [
        ['id', '=', ticketId],
        ['x_description', 'ilike', named],
      ],
      { fields: ['x_description'] },
    ),
    reads.model(Message).searchRead([...conversationDomain(ticketId), ['body', 'ilike', named]], {
      fields: ['body'],
      limit: MESSAGE_LIMIT,
    }),
  ]);
  const texts = [...tickets.map((ticket) => ticket.x_description), ...messages.map(({ body }) => body)];
  return texts.flatMap((text) => listLinkedFiles(findText(text))).find((file) => file.id === id);
}
