import { defineScheduledAction, defineServerAction, readCode, toExternalId } from '../../schema/index.ts';
import { FIRE_MAIL_PYTHON } from '../mail/fire-event.ts';
import { EVERY_TECHNICIAN } from '../tickets/grant-access.ts';
import { DONE_STATE } from '../tickets/life.ts';
import { Ticket } from '../tickets/models.ts';
import { Operation } from './models.ts';
import { CARRIED_PYTHON, MOVABLE, PUBLIC, SAID, SILENT, SPLIT_PARTS_PYTHON, TELL_PYTHON } from './scripts.ts';
import { Merge, Split, SplitLine } from './wizard-models.ts';

const groups = [EVERY_TECHNICIAN];
const model = Ticket.name;
const operation = Operation.name;

const show_split = readCode(import.meta.url, 'show-split', {
  form: toExternalId('split_form'),
  subject: '70',
});
const PREVIEW_SAYS = ['operations.earlier', 'operations.crosses', 'operations.reads'];
const HEADS = ['ticket', 'subject', 'customer', 'then', 'messages', 'files', 'activities'];

/** What the dialogs tell before anything happens. Whoever looks reads no more than they may. */
const descriptions = [
  defineServerAction({
    id: 'action_operations_describe_merge',
    label: 'Support merging: what will happen',
    model: Merge.name,
    groups,
    says: [
      ...PREVIEW_SAYS,
      ...HEADS.map((head) => `operations.head.${head}`),
      ...['closes', 'goes', 'silent', 'told'].map((what) => `operations.what.${what}`),
      'operations.stays',
      'operations.closes',
    ],
    code: readCode(import.meta.url, 'describe-merge', {
      tell: TELL_PYTHON,
      movable: MOVABLE,
      public: PUBLIC,
    }),
  }),
  defineServerAction({
    id: 'action_operations_describe_split',
    label: 'Support splitting: what will happen',
    model: Split.name,
    groups,
    says: [...PREVIEW_SAYS, 'operations.what.splits', 'operations.what.linked', 'operations.nobody'],
    code: readCode(import.meta.url, 'describe-split', {
      tell: TELL_PYTHON,
      split_parts: SPLIT_PARTS_PYTHON,
      public: PUBLIC,
    }),
  }),
];

const merging = [
  defineServerAction({
    id: 'action_ticket_merge',
    label: 'Merge',
    model,
    groups,
    says: ['operations.merge', 'operations.isMerged'],
    code: readCode(import.meta.url, 'start-merge', { merge: Merge.name, form: toExternalId('merge_form') }),
  }),
  defineServerAction({
    id: 'action_merge_do',
    label: 'Merge Tickets',
    model: Merge.name,
    groups,
    says: [
      ...['merge', 'isMerged', 'chooseTwo', 'confirm', 'saidMeanwhile', 'merged'].map(
        (key) => `operations.${key}`,
      ),
      'operations.note.mergedHere',
      'operations.note.mergedInto',
    ],
    code: readCode(import.meta.url, 'merge', {
      carried: CARRIED_PYTHON,
      fire_mail: FIRE_MAIL_PYTHON,
      public: PUBLIC,
      silent: SILENT,
      done: DONE_STATE,
      operation,
      form: toExternalId('merge_form'),
    }),
  }),
];

const chooseMessage = (id: string, label: string, scope: 'one' | 'after') =>
  defineServerAction({
    id,
    label,
    model: SplitLine.name,
    groups,
    says: ['operations.split'],
    code: readCode(import.meta.url, 'choose-message', { show_split, scope }),
  });

const splitting = [
  defineServerAction({
    id: 'action_ticket_split',
    label: 'Split',
    model,
    groups,
    says: ['operations.split', 'operations.isMerged', 'operations.nothingSaid'],
    code: readCode(import.meta.url, 'start-split', {
      show_split,
      movable: MOVABLE,
      split: Split.name,
      line: SplitLine.name,
      longest: '120',
      // Who splits a longer conversation further back finds what is older by what is newer.
      limit: '200',
    }),
  }),
  chooseMessage('action_split_one', 'Split Off This Message', 'one'),
  chooseMessage('action_split_after', 'Split Off This Message and All After It', 'after'),
  defineServerAction({
    id: 'action_split_do',
    label: 'Split a Ticket',
    model: Split.name,
    groups,
    says: [
      ...['split', 'isMerged', 'messageGone', 'confirm', 'saidMeanwhile', 'splitDone'].map(
        (key) => `operations.${key}`,
      ),
      'operations.note.splitOff',
      'operations.note.splitFrom',
    ],
    code: readCode(import.meta.url, 'split', {
      carried: CARRIED_PYTHON,
      split_parts: SPLIT_PARTS_PYTHON,
      show_split,
      silent: SILENT,
      operation,
    }),
  }),
];

const UNDO = 'action_operation_undo';
const AGAINST = ['later', 'moved', 'said'];

const undoing = [
  defineServerAction({
    id: UNDO,
    label: 'Undo',
    model: operation,
    groups,
    says: [
      ...AGAINST.map((what) => `operations.against.${what}`),
      'operations.isUndone',
      'operations.cannotUndo',
      'operations.undone',
      'operations.note.undone',
    ],
    code: readCode(import.meta.url, 'undo', {
      carried: CARRIED_PYTHON,
      said: SAID,
      silent: SILENT,
      done: DONE_STATE,
    }),
  }),
  defineServerAction({
    id: 'action_ticket_undo_operation',
    label: 'Undo the Merge or Split of a Ticket',
    model,
    groups,
    says: ['operations.noJournal'],
    code: readCode(import.meta.url, 'undo-of-ticket', { operation, undo: toExternalId(UNDO) }),
  }),
];

export const serverActions = [
  ...descriptions,
  ...merging,
  ...splitting,
  ...undoing,
  defineServerAction({
    id: 'action_ticket_links',
    label: 'Linked Tickets',
    model,
    groups,
    says: ['operations.linkedTo'],
    code: readCode(import.meta.url, 'show-links'),
  }),
];

export const upkeep = defineScheduledAction({
  id: 'cron_operations',
  label: 'Support merging: forget dialogs that nobody finished',
  model: operation,
  every: { amount: 1, unit: 'days' },
  code: readCode(import.meta.url, 'upkeep', { merge: Merge.name, split: Split.name }),
});
