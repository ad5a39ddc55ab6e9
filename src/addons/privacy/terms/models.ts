import { defineModel, extendModel, field, readCode } from '../../../schema/index.ts';
import { Team } from '../../teams/models.ts';
import { Ticket } from '../../tickets/models.ts';

export const ENDS = { archive: 'Archive', anonymise: 'Empty of Words', delete: 'Delete' } as const;

/** How long closed tickets are kept as they are, and what becomes of them then. */
export const Term = defineModel('x_support.term', {
  label: 'Support Term',
  settings: true,
  order: 'x_sequence, id',
  fields: {
    x_name: field.char('Term', { required: true, translate: true }),
    x_sequence: field.integer('Sequence', { default: 10 }),
    x_team_ids: field.many2many('Teams', Team.name, {
      table: 'x_support_term_team_rel',
      help: 'Tickets of these; of all where none is named. The first line that fits a ticket holds for it.',
    }),
    x_months: field.integer('Months After Closing', { required: true, default: 24 }),
    x_end: field.selection('Then', ENDS, {
      required: true,
      default: 'archive',
      help: 'Archived tickets are hidden and whole. Emptied ones keep number, dates and measures. Of deleted ones the figures of the month are kept.',
    }),
    x_is_on: field.boolean('Switched On', { copied: false }),
    x_previewed_at: field.datetime('Looked at', { readonly: true, copied: false }),
    x_preview: field.computed('html', 'What the Next Run Does', {
      depends: ['x_months', 'x_end', 'x_team_ids', 'x_sequence'],
      script: readCode(import.meta.url, 'preview-term'),
    }),
    x_last_run_at: field.datetime('Last Run', { readonly: true, copied: false }),
    x_done_count: field.integer('Tickets So Far', { readonly: true, copied: false }),
    x_active: field.boolean('Active', { default: true }),
  },
});

/** What a month’s tickets came to that were deleted since: sums and counts, from which means are made. */
export const KeptFigures = defineModel('x_support.kept_figures', {
  label: 'Support Figures of Deleted Tickets',
  order: 'x_month desc, id',
  fields: {
    x_name: field.char('Month', { required: true, readonly: true }),
    x_month: field.date('Closed in', { required: true, readonly: true, index: true }),
    x_team_id: field.many2one('Team', Team.name, { readonly: true, onDelete: 'set null' }),
    x_tickets: field.integer('Tickets', { readonly: true }),
    x_rated: field.integer('Rated', { readonly: true }),
    x_stars: field.integer('Stars, Summed Up', { readonly: true }),
    x_answered: field.integer('With a First Answer', { readonly: true }),
    x_first_hours: field.float('Hours to First Answers, Summed Up', { readonly: true }),
    x_solved: field.integer('With a Solution', { readonly: true }),
    x_solution_hours: field.float('Hours to Solutions, Summed Up', { readonly: true }),
    x_promised: field.integer('With a Deadline', { readonly: true }),
    x_kept: field.integer('Deadlines Kept', { readonly: true }),
    x_hours: field.float('Time Spent', { readonly: true }),
  },
});

export const KeptTicket = extendModel(Ticket, {
  fields: {
    x_is_kept: field.boolean('Kept', {
      copied: false,
      tracking: true,
      help: 'No term archives, empties or deletes it.',
    }),
  },
});

/** Where there are categories. */
export const CategoryTerm = extendModel(Term, {
  fields: {
    x_category_ids: field.many2many('Categories', 'x_support.category', {
      table: 'x_support_term_category_rel',
      help: 'Tickets of these and what belongs to them; of all where none is named.',
    }),
  },
});
