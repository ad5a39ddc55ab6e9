import { defineAutomation, notNoted, readCode, toExternalId } from '../../schema/index.ts';
import { EVERY_TECHNICIAN } from '../tickets/grant-access.ts';
import { DONE_STATE, IS_OPEN_PYTHON } from '../tickets/life.ts';
import { assignAction } from './actions.ts';

const UNASSIGNED = `${IS_OPEN_PYTHON}, ('x_user_id', '=', False)`;

/** Tickets that a transaction has dealt with. */
const GIVEN = 'supportdesk.given';

export const automations = [
  defineAutomation({
    id: 'automation_ticket_assign',
    label: 'Support tickets: a ticket that nobody has finds its person',
    model: 'x_support.ticket',
    trigger: 'on_create_or_write',
    fields: ['x_team_id'],
    filter: `[${UNASSIGNED}, ('x_team_id.x_assign_by', 'not in', [False, 'manual'])]`,
    together: notNoted(GIVEN),
    code: readCode(import.meta.url, 'assign-new', {
      noted: GIVEN,
      done: DONE_STATE,
      action: toExternalId(assignAction.id),
    }),
  }),
  defineAutomation({
    id: 'automation_ticket_answerer',
    label: 'Support tickets: who answers first takes a ticket that nobody has',
    model: 'x_support.ticket',
    trigger: 'on_message_sent',
    before: `[${UNASSIGNED}, ('x_team_id.x_assign_answerer', '=', True)]`,
    says: ['assignment.answerer'],
    code: readCode(import.meta.url, 'assign-answerer', { technicians: toExternalId(EVERY_TECHNICIAN) }),
  }),
  defineAutomation({
    id: 'automation_team_turns',
    label: 'Support teams: turns are counted',
    model: 'x_support.team',
    trigger: 'on_create_or_write',
    fields: ['x_assign_by'],
    filter: "[('x_assign_by', 'not in', [False, 'manual']), ('x_assign_turn_id', '=', False)]",
    code: readCode(import.meta.url, 'take-turns'),
  }),
  defineAutomation({
    id: 'automation_team_turns_end',
    label: 'Support teams: nobody counts turns of a team that is gone',
    model: 'x_support.team',
    trigger: 'on_unlink',
    filter: "[('x_assign_turn_id', '!=', False)]",
    code: readCode(import.meta.url, 'drop-turns'),
  }),
];
