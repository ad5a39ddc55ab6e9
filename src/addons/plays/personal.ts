import { definePersonal } from '../../schema/index.ts';
import { ChecklistItem, PlayUse } from './models.ts';
import { PlayRun } from './run-model.ts';

export const personal = [
  // How often a play was used is counted; what stood in the ticket before is not.
  definePersonal(PlayUse, {
    of: ['x_ticket_id'],
    end: 'clear',
    why: 'figures',
    clears: ['x_changes', 'x_left'],
    keeps: ['x_name'],
    hides: ['x_changes'],
  }),
  definePersonal(ChecklistItem, {
    of: ['x_ticket_id'],
    end: 'delete',
    aside: { x_other_ticket_id: 'The item is the other ticket’s, and goes with that.' },
  }),
  definePersonal(PlayRun, { of: ['x_ticket_ids', 'x_partner_id'], end: 'delete' }),
];
