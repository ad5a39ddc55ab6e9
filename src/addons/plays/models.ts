import { defineModel, extendModel, field, readCode } from '../../schema/index.ts';
import { TeamTicket } from '../teams/models.ts';
import { DONE_STATE, LIFE } from '../tickets/life.ts';
import { PRIORITIES } from '../tickets/priorities.ts';

const USER = 'res.users';
const EMPLOYEES = "[('share', '=', False)]";
const USE = 'x_support.play.use';
const RUN = 'x_support.play.run';

/** What a technician does again and again, as one thing: words, changes, steps to be ticked off, and what follows. */
export const Play = defineModel('x_support.play', {
  label: 'Support Play',
  settings: true,
  order: 'x_sequence, x_name, id',
  fields: {
    x_name: field.char('Play', { required: true, translate: true }),
    x_sequence: field.integer('Sequence', { default: 10 }),
    x_team_ids: field.many2many('Teams', 'x_support.team', {
      table: 'x_support_play_team_rel',
      help: 'Whose tickets it is for; those of all teams where none is named.',
    }),
    x_text: field.html('Text', {
      help: 'For everybody whose language has no text of its own below. Names in double braces are filled in.',
    }),
    x_text_ids: field.one2many('In Other Languages', 'x_support.play.text', 'x_play_id'),
    x_text_as: field.selection(
      'Goes Out As',
      { answer: 'Answer to the customer', note: 'Internal note' },
      { required: true, default: 'answer' },
    ),
    x_subject: field.char('Subject of New Tickets', {
      translate: true,
      help: 'For tickets that are opened by this play.',
    }),
    x_to_state: field.selection('Status', {
      new: LIFE.new.name,
      in_progress: LIFE.in_progress.name,
      waiting: LIFE.waiting.name,
      done: LIFE.done.name,
    }),
    x_to_priority: field.selection('Priority', {
      '0': PRIORITIES[0].name,
      '1': PRIORITIES[1].name,
      '2': PRIORITIES[2].name,
      '3': PRIORITIES[3].name,
    }),
    x_to_team_id: field.many2one('Team', 'x_support.team', { onDelete: 'restrict' }),
    x_assigns: field.selection('Assigned To', {
      me: 'Whoever plays it',
      user: 'Somebody',
      nobody: 'Nobody',
    }),
    x_to_user_id: field.many2one('Assignee', USER, { domain: EMPLOYEES, onDelete: 'restrict' }),
    x_tag_ids: field.many2many('Tags to Add', 'x_support.tag', { table: 'x_support_play_tag_rel' }),
    x_untag_ids: field.many2many('Tags to Remove', 'x_support.tag', {
      table: 'x_support_play_untag_rel',
    }),
    x_step_ids: field.one2many('Checklist', 'x_support.play.step', 'x_play_id'),
    x_asks_checklist: field.boolean('Closing Asks for the Checklist', {
      help: 'A ticket is not closed before its steps are done.',
    }),
    x_follow_up: field.char('Follow-Up', {
      translate: true,
      help: 'What is to be done later: an activity for the assignee.',
    }),
    x_follow_up_days: field.integer('In Days', { default: 3 }),
    x_shortcut: field.char('Shortcut', {
      help: 'What is typed behind a colon wherever Odoo takes a message; the play’s name where nothing is said.',
    }),
    x_canned_id: field.many2one('Canned Response', 'mail.canned.response', {
      readonly: true,
      copied: false,
      onDelete: 'set null',
    }),
    x_use_count: field.computed('integer', 'Used', {
      depends: [],
      script: readCode(import.meta.url, 'count-uses', { use: USE, field: 'x_use_count', narrowing: '' }),
      help: 'Tickets that it was played on; what was undone does not count.',
    }),
    x_reopened_count: field.computed('integer', 'Reopened Afterwards', {
      depends: [],
      script: readCode(import.meta.url, 'count-uses', {
        use: USE,
        field: 'x_reopened_count',
        narrowing: ", ('x_reopened_at', '!=', False)",
      }),
      help: 'Of those, tickets that were taken up again after having been closed.',
    }),
    x_active: field.boolean('Active', { default: true }),
  },
});

/**
 * The text in one more language, whole: Odoo's own translations of markup go paragraph by paragraph, and one that is added to
 * the English would go out in English amid the Dutch.
 */
export const PlayText = defineModel('x_support.play.text', {
  label: 'Support Play Text',
  settings: true,
  order: 'id',
  fields: {
    x_name: field.related('char', 'Name', 'x_lang_id.name'),
    x_play_id: field.many2one('Play', Play.name, { required: true, index: true, onDelete: 'cascade' }),
    x_lang_id: field.many2one('Language', 'res.lang', { required: true, onDelete: 'cascade' }),
    x_text: field.html('Text'),
  },
});

/** A step that a play puts on a ticket's checklist. */
export const PlayStep = defineModel('x_support.play.step', {
  label: 'Support Play Step',
  settings: true,
  order: 'x_sequence, id',
  fields: {
    x_name: field.char('Step', { required: true, translate: true }),
    x_play_id: field.many2one('Play', Play.name, { required: true, index: true, onDelete: 'cascade' }),
    x_sequence: field.integer('Sequence', { default: 10 }),
  },
});

/** A play's being played on one ticket: what it changed, so that it can be taken back and be judged. */
export const PlayUse = defineModel(USE, {
  label: 'Support Play Use',
  order: 'id desc',
  fields: {
    x_name: field.char('Play', { readonly: true }),
    x_play_id: field.many2one('From', Play.name, { readonly: true, index: true, onDelete: 'set null' }),
    x_ticket_id: field.many2one('Ticket', TeamTicket.name, {
      readonly: true,
      required: true,
      index: true,
      onDelete: 'cascade',
    }),
    x_run_id: field.many2one('Together With', RUN, { readonly: true, index: true, onDelete: 'set null' }),
    x_user_id: field.many2one('Played By', USER, { readonly: true, onDelete: 'set null' }),
    x_played_at: field.datetime('Played', { readonly: true, index: true }),
    // A line for each field that changed: its name, what stood there and what stands there now, as Odoo keeps them.
    x_changes: field.text('Changes', { readonly: true }),
    x_added_tag_ids: field.many2many('Tags Added', 'x_support.tag', {
      readonly: true,
      table: 'x_support_play_use_tag_rel',
    }),
    x_removed_tag_ids: field.many2many('Tags Removed', 'x_support.tag', {
      readonly: true,
      table: 'x_support_play_use_untag_rel',
    }),
    x_activity: field.integer('Activity', { readonly: true }),
    x_message_id: field.many2one('Message', 'mail.message', { readonly: true, onDelete: 'set null' }),
    x_text_as: field.selection(
      'Text',
      { answer: 'Answer to the customer', note: 'Internal note', description: 'Description' },
      { readonly: true },
    ),
    x_reopened_at: field.datetime('Reopened', { readonly: true, index: true }),
    x_undone_at: field.datetime('Undone', { readonly: true, index: true }),
    x_undone_by_id: field.many2one('Undone By', USER, { readonly: true, onDelete: 'set null' }),
    x_left: field.char('Left as It Is', {
      readonly: true,
      help: 'What could not be taken back: somebody had changed it since, or it went out.',
    }),
  },
});

/** One thing to be done before a ticket is; nobody but the desk sees it. */
export const ChecklistItem = defineModel('x_support.checklist.item', {
  label: 'Support Checklist Item',
  order: 'x_sequence, id',
  fields: {
    x_name: field.computed('char', 'Item', {
      editable: true,
      depends: ['x_other_ticket_id'],
      script: readCode(import.meta.url, 'name-item'),
    }),
    x_sequence: field.integer('Sequence', { default: 10 }),
    x_ticket_id: field.many2one('Ticket', TeamTicket.name, {
      required: true,
      index: true,
      onDelete: 'cascade',
    }),
    x_other_ticket_id: field.many2one('Done When Closed', TeamTicket.name, {
      index: true,
      onDelete: 'set null',
      help: 'A ticket that is to be closed first: then this item is done.',
    }),
    x_is_done: field.computed('boolean', 'Done', {
      editable: true,
      depends: ['x_other_ticket_id.x_state'],
      script: readCode(import.meta.url, 'is-item-done', { done: DONE_STATE }),
    }),
    x_done_by_id: field.computed('many2one', 'Done By', {
      relation: USER,
      store: true,
      depends: ['x_is_done'],
      script: readCode(import.meta.url, 'item-done-by'),
    }),
    x_done_at: field.computed('datetime', 'Done On', {
      store: true,
      depends: ['x_is_done'],
      script: readCode(import.meta.url, 'item-done-at'),
    }),
    x_is_required: field.boolean('Before Closing', {
      help: 'The ticket is not closed before this is done.',
    }),
    x_step_id: field.many2one('Step', PlayStep.name, { readonly: true, onDelete: 'set null' }),
    x_use_id: field.many2one('From', PlayUse.name, { readonly: true, index: true, onDelete: 'set null' }),
  },
});

export const PlayTicket = extendModel(TeamTicket, {
  fields: {
    x_checklist_ids: field.one2many('Checklist', ChecklistItem.name, 'x_ticket_id'),
    x_checklist_progress: field.computed('char', 'Checklist Progress', {
      depends: ['x_checklist_ids.x_is_done'],
      script: readCode(import.meta.url, 'progress'),
      help: 'How many of its items are done.',
    }),
    x_play_use_ids: field.one2many('Plays', PlayUse.name, 'x_ticket_id'),
  },
});
