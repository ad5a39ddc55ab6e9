import { defineModel, extendModel, field } from '../../schema/index.ts';
import { TeamTicket } from '../teams/models.ts';
import { PRIORITIES, type Priority } from '../tickets/priorities.ts';

/** When a level acts. */
export const CONDITIONS = {
  share: 'A Share of the Time Is Used',
  missed: 'A Deadline Is Missed',
  unassigned: 'Nobody Is Assigned',
  desk: 'The Customer Waits for an Answer',
  waiting: 'The Ticket Waits',
  reopened: 'It Was Reopened',
} as const;
export type Condition = keyof typeof CONDITIONS;

/** What a policy promises; a level that names none is about each of them. */
export const TARGETS = { first: 'First Answer', next: 'Next Answers', solution: 'Solution' } as const;

/** Whose activity it becomes. */
export const PEOPLE = {
  assignee: 'The Assignee',
  leader: 'The Team’s Leader',
  user: 'Somebody Else',
} as const;

const PRIORITY_NAMES = {
  '0': PRIORITIES[0].name,
  '1': PRIORITIES[1].name,
  '2': PRIORITIES[2].name,
  '3': PRIORITIES[3].name,
} satisfies Record<Priority, string>;

/** What a level hangs on: whoever changes one of these looks ahead, and makes up for nothing. */
export const CONDITION_FIELDS = [
  'x_active',
  'x_when',
  'x_target',
  'x_share',
  'x_hours',
  'x_times',
  'x_team_ids',
  'x_from_priority',
] as const;

/** A level: when it acts on a ticket, and what it does then. Levels know nothing of each other. */
export const Escalation = defineModel('x_support.escalation', {
  label: 'Support Escalation',
  settings: true,
  order: 'x_sequence, id',
  fields: {
    x_name: field.char('Level', { required: true, translate: true }),
    x_sequence: field.integer('Sequence', { default: 10 }),
    x_active: field.boolean('Active', { default: true }),
    x_when: field.selection('When', CONDITIONS, { required: true, default: 'missed' }),
    x_target: field.selection('Of', TARGETS, {
      help: 'Which of a policy’s targets; each of them where none is chosen, and the deadline of tickets without a policy.',
    }),
    x_share: field.integer('Share Used', {
      default: 75,
      help: 'Percent of the time that the clock may run. Waiting does not count where it stops the clock.',
    }),
    x_hours: field.float('After', {
      help: 'In the working hours of the ticket’s policy, or its team; day and night where neither has any.',
    }),
    x_times: field.integer('Times', { default: 2 }),
    x_team_ids: field.many2many('Teams', 'x_support.team', { table: 'x_support_escalation_team_rel' }),
    x_from_priority: field.selection('Priority From', PRIORITY_NAMES, {
      help: 'Tickets of this priority and higher ones.',
    }),
    x_activity: field.selection('Activity for', PEOPLE),
    x_activity_user_id: field.many2one('Person', 'res.users', { domain: "[('share', '=', False)]" }),
    x_mails: field.boolean('Mail', {
      help: 'To whomever the table Mails names for “Escalating”.',
    }),
    x_raise_to: field.selection('Raise Priority to', PRIORITY_NAMES, {
      help: 'Tickets of a higher priority keep theirs.',
    }),
    x_assign_to_id: field.many2one('Assign to', 'res.users', { domain: "[('share', '=', False)]" }),
    x_hands_on: field.boolean('Assign by the Team’s Rule', {
      help: 'To whomever the team’s rule for new tickets gives it, but not to whom it is taken from. Tickets of teams that assign by hand stay as they are.',
    }),
    x_add_tag_ids: field.many2many('Add Tags', 'x_support.tag', { table: 'x_support_escalation_tag_rel' }),
    x_since: field.computed('datetime', 'Holds Since', {
      store: true,
      depends: [...CONDITION_FIELDS],
      compute: 'datetime.datetime.now()',
      help: 'What came due before is not made up for.',
    }),
    x_act_ids: field.one2many('Acts', 'x_support.escalation_act', 'x_escalation_id'),
  },
});

/** What a level did to a ticket, which is also how it knows not to do so again in the same run of the clock. */
export const EscalationAct = defineModel('x_support.escalation_act', {
  label: 'Support Escalation of a Ticket',
  order: 'x_at desc, id desc',
  fields: {
    x_name: field.char('Why', { readonly: true }),
    x_ticket_id: field.many2one('Ticket', 'x_support.ticket', {
      required: true,
      readonly: true,
      index: true,
      onDelete: 'cascade',
    }),
    x_escalation_id: field.many2one('Level', 'x_support.escalation', { readonly: true, index: true }),
    x_run: field.char('Run of the Clock', { required: true, readonly: true }),
    x_at: field.datetime('When', { required: true, readonly: true, index: true }),
  },
});

/** When a ticket is to be looked at next: a line for each that a level may yet act on. */
export const EscalationWatch = defineModel('x_support.escalation_watch', {
  label: 'Support Escalation to Come',
  order: 'x_look_at, id',
  fields: {
    x_ticket_id: field.many2one('Ticket', 'x_support.ticket', {
      required: true,
      readonly: true,
      index: true,
      onDelete: 'cascade',
    }),
    x_look_at: field.datetime('When', { required: true, readonly: true, index: true }),
    x_escalation_id: field.many2one('Level', 'x_support.escalation', { readonly: true, index: true }),
    x_error: field.text('Error', { readonly: true }),
  },
});

/** How far the tickets that changed have been looked at; one record. */
export const EscalationRound = defineModel('x_support.escalation_round', {
  label: 'Support Escalation Round',
  fields: {
    x_rules: field.text('Levels and Hours', { readonly: true }),
    x_after: field.char('Changes Since', { readonly: true }),
    x_until: field.char('Changes Until', { readonly: true }),
    x_last: field.integer('Last Ticket', { readonly: true }),
    x_stepped_at: field.datetime('Last Step', { readonly: true }),
  },
});

export const EscalatedTicket = extendModel(TeamTicket, {
  fields: {
    x_unassigned_at: field.datetime('Unassigned Since', {
      readonly: true,
      copied: false,
      help: 'When it lost whom it was assigned to; empty where nobody ever was.',
    }),
    x_escalation_act_ids: field.one2many('Escalations', 'x_support.escalation_act', 'x_ticket_id'),
    x_escalated_at: field.computed('datetime', 'Last Escalated', {
      depends: ['x_escalation_act_ids.x_at'],
      compute: 'record.x_escalation_act_ids[:1].x_at',
    }),
    x_last_escalation: field.computed('char', 'Last Escalation', {
      depends: ['x_escalation_act_ids.x_escalation_id'],
      compute: 'record.x_escalation_act_ids[:1].x_escalation_id.x_name',
    }),
  },
});
