import { definePersonal } from '../../schema/index.ts';
import { Equipment, PartMove } from './models.ts';

/** Equipment stays, and tells of nobody once whoever used it is forgotten. */
export const personal = [
  definePersonal(Equipment, {
    of: ['x_partner_id'],
    names: ['x_custodian_id', 'x_contact_id'],
    aside: { x_ticket_ids: 'the other end of a ticket’s equipment' },
    end: 'keep',
    why: 'setting',
    shows: [
      'name',
      'serial_no',
      'model',
      'category_id',
      'location',
      'x_state',
      'warranty_date',
      'x_purchased_on',
    ],
  }),
  definePersonal(PartMove, { of: ['x_ticket_id'], end: 'clear', why: 'figures', clears: ['x_note'] }),
];
