import { defineAutomation, defineServerAction, readCode } from '../../schema/index.ts';
import { IMPORTED } from '../../sync/import-records.ts';
import { EVERY_TECHNICIAN } from '../tickets/grant-access.ts';
import { DONE_STATE } from '../tickets/life.ts';
import { AssetTicket, Equipment, PartMove } from './models.ts';

/** What becomes of a piece with an open ticket, and of one whose tickets are all done; `none` leaves it. */
export const OPEN_PARAMETER = 'supportdesk.assets_state_open';
export const DONE_PARAMETER = 'supportdesk.assets_state_done';

const groups = [EVERY_TECHNICIAN];
const about = readCode(import.meta.url, 'about');
const says = ['assets.issue', 'assets.issues', 'assets.about'];

export const serverActions = [
  defineServerAction({
    id: 'action_equipment_ticket',
    label: 'New Ticket',
    model: Equipment.name,
    groups,
    says,
    menuOf: ['list'],
    code: readCode(import.meta.url, 'new-ticket', { about }),
  }),
  defineServerAction({
    id: 'action_equipment_tickets',
    label: 'Tickets of Equipment',
    model: Equipment.name,
    groups,
    code: readCode(import.meta.url, 'show-tickets'),
  }),
];

export const automations = [
  defineAutomation({
    id: 'automation_ticket_equipment_chosen',
    label: 'Support tickets: equipment that is chosen says what the ticket is about',
    model: AssetTicket.name,
    trigger: 'on_change',
    fields: ['x_equipment_ids'],
    says,
    code: readCode(import.meta.url, 'fill-form', { about }),
  }),
  defineAutomation({
    id: 'automation_ticket_equipment',
    label: 'Support tickets: customer and site are those of the equipment, and its state follows',
    model: AssetTicket.name,
    trigger: 'on_create_or_write',
    fields: ['x_equipment_ids', 'x_state'],
    filter: "[('x_equipment_ids', '!=', False)]",
    unless: IMPORTED,
    code: readCode(import.meta.url, 'follow-ticket', {
      done: DONE_STATE,
      open_parameter: OPEN_PARAMETER,
      done_parameter: DONE_PARAMETER,
    }),
  }),
  defineAutomation({
    id: 'automation_equipment_retired',
    label: 'Equipment: what is retired was so from today',
    model: Equipment.name,
    trigger: 'on_create_or_write',
    fields: ['x_state'],
    filter: "[('x_state', '=', 'retired'), ('scrap_date', '=', False)]",
    code: "records.write({'scrap_date': datetime.date.today()})",
  }),
  defineAutomation({
    id: 'automation_part_move',
    label: 'Spare parts: a move is of today and of more than nothing',
    model: PartMove.name,
    trigger: 'on_create_or_write',
    fields: ['x_quantity', 'x_date'],
    filter: "['|', ('x_quantity', '<', 1), ('x_date', '=', False)]",
    says: ['assets.quantity'],
    code: readCode(import.meta.url, 'check-move'),
  }),
];
