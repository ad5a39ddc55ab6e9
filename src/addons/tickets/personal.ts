import { definePersonal } from '../../schema/index.ts';
import { DONE_STATE } from './life.ts';
import { TicketLink } from './link-model.ts';
import { Ticket } from './models.ts';
import { ContactTicket } from './ticket-contacts.ts';

/** Its number, dates, status and rating stay for the figures; nothing in them says whose it was. */
export const personal = [
  definePersonal(Ticket, {
    of: ['x_partner_id'],
    end: 'clear',
    why: 'figures',
    blocks: [['x_state', '!=', DONE_STATE]],
    clears: ['x_name', 'x_description'],
    keeps: ['x_ticket_ref', 'x_life'],
    hides: ['x_life'],
    shows: [
      'x_ticket_ref',
      'x_name',
      'x_description',
      'x_state',
      'x_priority',
      'x_partner_id',
      'x_opened_at',
      'x_closed_at',
      'x_rating',
    ],
  }),
  definePersonal(ContactTicket, { names: ['x_contact_ids'], shows: ['x_contact_ids'] }),
  definePersonal(TicketLink, { of: ['x_ticket_id'], end: 'delete', hides: ['x_secret'] }),
];
