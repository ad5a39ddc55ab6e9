import { defineModel, extendModel, field, readCode } from '../../schema/index.ts';
import { TeamTicket } from '../teams/models.ts';
import { DONE_STATE, WAITING_STATE } from '../tickets/life.ts';

/** What ends a ticket, and what begins it anew, for the tickets of a team or for all that no other line is about. */
export const ClosingRule = defineModel('x_support.closing_rule', {
  label: 'Support Closing Rule',
  settings: true,
  order: 'x_team_id, id',
  fields: {
    x_name: field.computed('char', 'Name', {
      depends: ['x_team_id.x_name'],
      script: readCode(import.meta.url, 'name-rule'),
    }),
    x_team_id: field.many2one('Team', 'x_support.team', {
      index: true,
      onDelete: 'cascade',
      help: 'Of a line without a team are the tickets of all teams that have no line of their own, and those without a team.',
    }),
    x_active: field.boolean('Active', { default: true }),
    x_chase_days: field.integer('Chaser After', {
      help: 'Working days without an answer, then the customer is asked once more, with the desk’s last answer; 0 for no chaser.',
    }),
    x_close_days: field.integer('Closes After', {
      help: 'Working days without an answer, then the ticket is closed; 0 for never.',
    }),
    x_notice: field.boolean('Says So at Once', {
      help: 'A mail says when the ticket will close as soon as it waits.',
    }),
    x_calendar_id: field.many2one('Working Days', 'resource.calendar', {
      help: 'Whose days and holidays count; the company’s where none are chosen.',
    }),
    x_reopen_days: field.integer('Reopens Within', {
      help: 'So many days after closing an answer takes the ticket up again; later it opens a new one that follows it. 0 for always the same ticket.',
    }),
    x_rating_share: field.integer('Asks for a Rating', {
      help: 'Of how many closed tickets in a hundred; 0 for none.',
    }),
    x_rating_delay: field.integer('Asked After', { default: 24, help: 'Hours after closing.' }),
    x_rating_pause: field.integer('Not Again Within', {
      default: 30,
      help: 'Days before a customer is asked again; 0 for each ticket.',
    }),
    x_since: field.datetime('In Force Since', { readonly: true, copied: false }),
    x_rating_since: field.datetime('Ratings Since', { readonly: true, copied: false }),
    // Where many wait they follow in batches: which of them do, by id.
    x_is_followed: field.boolean('Tickets Still Follow', { readonly: true, copied: false }),
    x_followed_to: field.integer('Followed Up to Ticket', { readonly: true, copied: false }),
  },
});

/** Why a customer was asked for a rating or was not; once it is decided it stays. */
export const RATING_ASKS = {
  asked: 'Asked',
  sample: 'Not in the Share',
  recent: 'Asked Not Long Ago',
  itself: 'Closed by Itself',
  failed: 'Failed',
} as const;

const WAITS_ON = [
  'x_state',
  'x_active',
  'x_partner_id',
  'x_team_id',
  'x_merged_into_id',
  'x_life',
  'x_is_answered',
  'x_last_message_id',
  'x_noticed_at',
  'x_chased_at',
  'x_closing_is_held',
  'x_unheld_at',
] as const;
const RATED_ON = [
  'x_state',
  'x_active',
  'x_partner_id',
  'x_team_id',
  'x_merged_into_id',
  'x_life',
  'x_closed_at',
  'x_rating',
  'x_rating_ask',
] as const;

/** Python in Odoo imports nothing: each script begins with what it needs. */
export const FIND_RULE_PYTHON = readCode(import.meta.url, 'find-rule');

interface StageSays {
  /** Python: whether a ticket closes where it waits, and whether its end is one to ask about. */
  readonly closes: string;
  readonly rates: string;
}

const WITHOUT_STAGES: StageSays = { closes: 'True', rates: 'True' };
const WITH_STAGES: StageSays = {
  closes: 'not record.x_stage_id.x_waits_elsewhere',
  rates: 'not record.x_stage_id.x_ends_unasked',
};

/** How it is worked out what is to come for a ticket. */
const scriptsFor = ({ closes, rates }: StageSays) => {
  const find_rule = FIND_RULE_PYTHON;
  const plan = readCode(import.meta.url, 'plan', { find_rule, waiting: WAITING_STATE, closes });
  return {
    closesAt: readCode(import.meta.url, 'closes-at', { plan }),
    dueAt: readCode(import.meta.url, 'due-at', { plan }),
    nextStep: readCode(import.meta.url, 'next-step', { plan }),
    ratingDue: readCode(import.meta.url, 'rating-due', { find_rule, done: DONE_STATE, rates }),
  };
};
/** The functions by which days are counted. */
export const PLAN_PYTHON = readCode(import.meta.url, 'plan', {
  find_rule: FIND_RULE_PYTHON,
  waiting: WAITING_STATE,
  closes: WITHOUT_STAGES.closes,
});
const plain = scriptsFor(WITHOUT_STAGES);
const staged = scriptsFor(WITH_STAGES);

export const ClosingTicket = extendModel(TeamTicket, {
  fields: {
    x_noticed_at: field.datetime('Told When It Closes', { readonly: true, copied: false }),
    x_chased_at: field.datetime('Chased', { readonly: true, copied: false }),
    x_closing_is_held: field.boolean('Closing Is Held', {
      copied: false,
      tracking: true,
      help: 'It waits as long as it takes, and nobody is chased.',
    }),
    x_unheld_at: field.datetime('Released On', { readonly: true, copied: false }),
    x_closes_at: field.computed('datetime', 'Closes', {
      store: true,
      index: true,
      depends: WAITS_ON,
      script: plain.closesAt,
      help: 'When it closes by itself, unless the customer answers.',
    }),
    x_closing_due_at: field.computed('datetime', 'Next Step On', {
      store: true,
      index: true,
      depends: WAITS_ON,
      script: plain.dueAt,
    }),
    /** `notice`, `chaser` or `close`. */
    x_closing_next: field.computed('char', 'Next Step', {
      depends: WAITS_ON,
      script: plain.nextStep,
    }),
    x_rating_ask: field.selection('Rating Was Asked', RATING_ASKS, { readonly: true, copied: false }),
    x_rating_asked_at: field.datetime('Rating Asked On', { readonly: true, copied: false, index: true }),
    x_rating_due_at: field.computed('datetime', 'Rating Is Asked', {
      store: true,
      index: true,
      depends: RATED_ON,
      script: plain.ratingDue,
    }),
  },
  computes: {
    x_reopen_until: {
      depends: ['x_state', 'x_closed_at', 'x_team_id'],
      script: readCode(import.meta.url, 'reopen-until', {
        find_rule: FIND_RULE_PYTHON,
        done: DONE_STATE,
      }),
    },
  },
});

const stage = 'x_stage_id';
/** With stages it is for these to say which waiting is for the customer, and which end is worth a question. */
export const StagedClosingTicket = extendModel(ClosingTicket, {
  fields: {},
  computes: {
    x_closes_at: {
      depends: [...WAITS_ON, stage, 'x_stage_id.x_waits_elsewhere'],
      script: staged.closesAt,
    },
    x_closing_due_at: {
      depends: [...WAITS_ON, stage, 'x_stage_id.x_waits_elsewhere'],
      script: staged.dueAt,
    },
    x_closing_next: {
      depends: [...WAITS_ON, stage, 'x_stage_id.x_waits_elsewhere'],
      script: staged.nextStep,
    },
    x_stage_mail_id: {
      depends: [stage, 'x_stage_id.x_mail_template_id'],
      script: "for record in self:\n    record['x_stage_mail_id'] = record.x_stage_id.x_mail_template_id",
    },
    x_rating_due_at: { depends: [...RATED_ON, stage], script: staged.ratingDue },
  },
});
