import { defineAccess, defineModel, defineMove, field, readCode } from '../../schema/index.ts';

/** Beside the ticket and not in it: whoever reads a ticket reads all its fields, and customers do. */
export const TicketLink = defineModel('x_support.ticket_link', {
  label: 'Link to a Ticket',
  order: 'id',
  fields: {
    x_ticket_id: field.many2one('Ticket', 'x_support.ticket', {
      required: true,
      readonly: true,
      index: true,
      onDelete: 'cascade',
    }),
    x_secret: field.char('Secret of Links', {
      readonly: true,
      help: 'If emptied, every link that opens this ticket without a login stops working.',
    }),
  },
});

export const linkAccess = [
  defineAccess({
    id: 'access_ticket_link_administrator',
    model: TicketLink.name,
    group: 'group_administrator',
    rights: ['read', 'write', 'create', 'delete'],
  }),
  defineAccess({
    id: 'access_ticket_link_service',
    model: TicketLink.name,
    group: 'group_service',
    rights: ['read', 'write', 'create'],
  }),
];

export const linkMoves = [
  defineMove({
    from: 'x_support.ticket.x_link_secret',
    to: 'x_support.ticket_link.x_secret',
    code: readCode(import.meta.url, 'move-link-secrets'),
  }),
];
