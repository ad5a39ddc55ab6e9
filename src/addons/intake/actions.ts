import { defineServerAction, readCode, toExternalId } from '../../schema/index.ts';
import { EVERY_TECHNICIAN } from '../tickets/grant-access.ts';
import { TICKET_LIMITS } from '../tickets/limits.ts';
import { OPENED_ACTION, OPENED_BY, TAKER_ACTION, TAKES } from '../tickets/mail-taker.ts';
import { REPLY_ADDRESS_PYTHON } from '../tickets/reply-address.ts';
import { ANEW, BOUNCED, OPENED, OPENS, ORIGINAL, POSTS, RAW, UNREAD } from './context-names.ts';
import { Intake } from './models.ts';
import { MOST_PARAMETER, STAFF_PARAMETER, UNKNOWN_PARAMETER } from './parameters.ts';

const model = Intake.name;
/** Odoo judges as its system user, an administrator. */
const system = ['group_administrator'];
const handing = ['group_service', 'group_administrator'];
const people = [EVERY_TECHNICIAN];

/** Within an `if`. */
const STORE_ORIGINAL = readCode(import.meta.url, 'store-original').replace(/^(?=.)/gm, '    ');
const isCut = readCode(import.meta.url, 'is-cut');

export const actions = [
  defineServerAction({
    id: 'action_intake_judge',
    label: 'Support mail: decide what becomes of a mail',
    model,
    groups: system,
    says: ['intake.noSubject', 'intake.refused'],
    code: [
      REPLY_ADDRESS_PYTHON,
      readCode(import.meta.url, 'judge-head', { original: ORIGINAL }),
      readCode(import.meta.url, 'judge-ticket', { staff: STAFF_PARAMETER }),
      isCut,
      readCode(import.meta.url, 'judge-decision', {
        most: MOST_PARAMETER,
        unknown: UNKNOWN_PARAMETER,
        taker: toExternalId(TAKER_ACTION),
        takes: TAKES,
        opens: toExternalId(OPENED_ACTION),
        opened: OPENED_BY,
      }),
    ].join('\n\n'),
  }),
  defineServerAction({
    id: 'action_intake_post',
    label: 'Support mail: put a mail on its ticket',
    model,
    // Whoever lets a mail through has it posted.
    groups: [...system, ...people],
    code: readCode(import.meta.url, 'post', { posts: POSTS, most_followers: String(TICKET_LIMITS.people) }),
  }),
  defineServerAction({
    id: 'action_intake_add_opened',
    label: 'Support mail: add what was opened of a mail',
    model,
    groups: system,
    code: [isCut, readCode(import.meta.url, 'add-opened')].join('\n'),
  }),
  defineServerAction({
    id: 'action_intake_hand_in',
    label: 'Support mail: take a mail in',
    model,
    groups: handing,
    code: readCode(import.meta.url, 'hand-in', {
      asked: RAW,
      original: ORIGINAL,
      bounced: BOUNCED,
      store: STORE_ORIGINAL,
    }),
  }),
  defineServerAction({
    id: 'action_intake_bounced',
    label: 'Support mail: note a mail that did not arrive',
    model,
    groups: handing,
    code: readCode(import.meta.url, 'bounced', { asked: BOUNCED }),
  }),
  defineServerAction({
    id: 'action_intake_keep_unread',
    label: 'Support mail: keep a mail that cannot be read',
    model,
    groups: handing,
    says: ['intake.unreadable'],
    code: readCode(import.meta.url, 'keep-unread', { asked: UNREAD, store: STORE_ORIGINAL }),
  }),
  defineServerAction({
    id: 'action_intake_open',
    label: 'Support mail: take in what the service opened',
    model,
    groups: handing,
    says: ['intake.repaired', 'intake.noText'],
    code: readCode(import.meta.url, 'open', { asked: OPENED, opens: OPENS, original: ORIGINAL, anew: ANEW }),
  }),
  defineServerAction({
    id: 'action_intake_let_through',
    label: 'Let Through',
    model,
    groups: people,
    menuOf: ['list'],
    code: readCode(import.meta.url, 'let-through'),
  }),
  defineServerAction({
    id: 'action_intake_move',
    label: 'Move to the Ticket It Belongs to',
    model,
    groups: people,
    says: ['intake.chooseTicket'],
    code: readCode(import.meta.url, 'move'),
  }),
  defineServerAction({
    id: 'action_intake_take_back',
    label: 'Take the Move Back',
    model,
    groups: people,
    code: readCode(import.meta.url, 'take-back'),
  }),
  defineServerAction({
    id: 'action_ticket_waiting_mails',
    label: 'Mails to Let Through',
    model: 'x_support.ticket',
    groups: people,
    code: readCode(import.meta.url, 'show-waiting'),
  }),
];
