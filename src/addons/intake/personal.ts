import { definePersonal } from '../../schema/index.ts';
import { Intake, IntakeTicket } from './models.ts';

export const personal = [
  definePersonal(Intake, {
    of: ['x_partner_id', 'x_ticket_id'],
    addresses: ['x_email'],
    end: 'delete',
    aside: {
      x_move_to_id: 'Where somebody wants it to go; it belongs where it is.',
      x_moved_from_id: 'Where it was before.',
    },
  }),
  definePersonal(IntakeTicket, { clears: ['x_email'], addresses: ['x_email'] }),
];
