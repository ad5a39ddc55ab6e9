import { findLink, findText } from '../../odoo/found-values.ts';
import { ticketPanel } from '../tickets/slots/ticket-panel.ts';
import { ticketPath } from '../tickets/ticket-view.ts';
import { LinkedTicket } from './models.ts';

interface OtherTicket {
  readonly href: string;
  readonly reference: string;
  readonly subject: string;
}

/** What was split off a ticket, and what that was split from, each as far as its reader may see it. */
export const splitPanel = ticketPanel(LinkedTicket, {
  place: 'banner',
  template: 'operations/split',
  reads: {},
  asks: (reads, ticketId) =>
    reads
      .model(LinkedTicket)
      .searchRead(['|', ['x_split_from_id', '=', ticketId], ['x_split_ids', 'in', [ticketId]]], {
        fields: ['x_ticket_ref', 'x_name', 'x_split_from_id'],
        order: 'id',
        limit: 20,
      }),
  view({ id }, _reader, asked) {
    if (!asked || asked.length === 0) return undefined;
    const isPart = (row: (typeof asked)[number]) => findLink(row.x_split_from_id)?.id === id;
    const map = (row: (typeof asked)[number]): OtherTicket => ({
      href: ticketPath(row.id),
      reference: findText(row.x_ticket_ref) || `#${row.id}`,
      subject: findText(row.x_name),
    });
    return { parts: asked.filter(isPart).map(map), from: asked.filter((row) => !isPart(row)).map(map) };
  },
});
