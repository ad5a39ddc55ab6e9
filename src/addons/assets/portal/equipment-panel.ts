import { ticketPanel } from '../../tickets/slots/ticket-panel.ts';
import { EQUIPMENT_LIMITS } from '../limits.ts';
import { AssetTicket, Equipment } from '../models.ts';
import { EQUIPMENT_PATH, stateOf, titleOf } from './equipment-view.ts';

/** What a ticket is about, as far as its reader sees it. */
export const equipmentPanel = ticketPanel(AssetTicket, {
  place: 'aside',
  template: 'assets/of-ticket',
  reads: {},
  asks: (reads, ticketId) =>
    reads.model(Equipment).searchRead([['x_ticket_ids', 'in', [ticketId]]], {
      fields: ['name', 'serial_no', 'x_state'],
      order: 'name, id',
      limit: EQUIPMENT_LIMITS.onTicket,
    }),
  view: (_ticket, _reader, pieces = []) =>
    pieces.length > 0
      ? {
          equipment: pieces.map((piece) => ({
            href: `${EQUIPMENT_PATH}/${piece.id}`,
            title: titleOf(piece),
            state: stateOf(piece),
          })),
        }
      : undefined,
});
