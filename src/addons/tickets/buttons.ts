import { defineServerAction, readCode } from '../../schema/index.ts';
import { EVERY_TECHNICIAN } from './grant-access.ts';
import { isDone, LIFE } from './life.ts';

const model = 'x_support.ticket';
const groups = [EVERY_TECHNICIAN];

/** What technicians do to one ticket or to many: buttons of the form and above the list; the rest stands in the list's Action menu. */
export const ticketButtons = [
  defineServerAction({
    id: 'action_ticket_assign_to_me',
    label: 'Assign to Me',
    model,
    groups,
    code: "records.write({'x_user_id': env.uid})",
  }),
  defineServerAction({
    id: 'action_ticket_others',
    label: 'Other Tickets of the Customer',
    model,
    groups,
    code: readCode(import.meta.url, 'show-other-tickets'),
  }),
  ...Object.entries(LIFE).map(([state, { name }]) =>
    defineServerAction({
      id: `action_ticket_to_${state}`,
      label: `Mark as ${name}`,
      model,
      groups,
      ...(isDone(state) ? {} : { menuOf: ['list'] }),
      code: `records.write({'x_state': '${state}'})`,
    }),
  ),
];
