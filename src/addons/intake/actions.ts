import { defineServerAction, readCode } from '../../schema/index.ts';
import { TICKET_LIMITS } from '../tickets/limits.ts';
import { OPENED, OPENS, POSTS, RAW, UNREAD } from './context-names.ts';
import { Intake } from './models.ts';
import { MOST_PARAMETER, STAFF_PARAMETER, UNKNOWN_PARAMETER } from './parameters.ts';
import { FIND_REPLIED_TICKET } from './reply-address.ts';

const model = Intake.name;
/** Odoo judges as its system user, an administrator. */
const system = ['group_administrator'];
const handing = ['group_service', 'group_administrator'];
const people = ['group_technician'];
const read = (name: string, values: Readonly<Record<string, string>> = {}) =>
  readCode(import.meta.url, name, values);

export const actions = [
  defineServerAction({
    id: 'action_intake_judge',
    label: 'Support mail: decide what becomes of a mail',
    model,
    groups: system,
    says: ['intake.noSubject', 'intake.refused'],
    code: [
      FIND_REPLIED_TICKET,
      read('judge-head'),
      read('judge-ticket', { staff: STAFF_PARAMETER }),
      read('judge-decision', { most: MOST_PARAMETER, unknown: UNKNOWN_PARAMETER }),
    ].join('\n\n'),
  }),
  defineServerAction({
    id: 'action_intake_post',
    label: 'Support mail: put a mail on its ticket',
    model,
    groups: system,
    code: read('post', { posts: POSTS, most_followers: String(TICKET_LIMITS.people) }),
  }),
  defineServerAction({
    id: 'action_intake_add_opened',
    label: 'Support mail: add what was opened of a mail',
    model,
    groups: system,
    code: read('add-opened'),
  }),
  defineServerAction({
    id: 'action_intake_hand_in',
    label: 'Support mail: take a mail in',
    model,
    groups: handing,
    code: read('hand-in', { asked: RAW }),
  }),
  defineServerAction({
    id: 'action_intake_keep_unread',
    label: 'Support mail: keep a mail that cannot be read',
    model,
    groups: handing,
    says: ['intake.unreadable'],
    code: read('keep-unread', { asked: UNREAD }),
  }),
  defineServerAction({
    id: 'action_intake_open',
    label: 'Support mail: take in what the service opened',
    model,
    groups: handing,
    says: ['intake.repaired', 'intake.noText'],
    code: read('open', { asked: OPENED, opens: OPENS }),
  }),
  defineServerAction({
    id: 'action_intake_let_through',
    label: 'Let Through',
    model,
    groups: people,
    menuOf: ['list'],
    code: read('let-through'),
  }),
  defineServerAction({
    id: 'action_intake_move',
    label: 'Move to the Ticket It Belongs to',
    model,
    groups: people,
    says: ['intake.chooseTicket'],
    code: read('move'),
  }),
  defineServerAction({
    id: 'action_intake_take_back',
    label: 'Take the Move Back',
    model,
    groups: people,
    code: read('take-back'),
  }),
  defineServerAction({
    id: 'action_ticket_waiting_mails',
    label: 'Mails to Let Through',
    model: 'x_support.ticket',
    groups: people,
    code: read('show-waiting'),
  }),
];
