import { defineModel, extendModel, field } from '../../schema/index.ts';
import { SlaTicket } from '../sla/models.ts';
import { findHourScript, keepFiguresScript } from './scripts.ts';

/**
 * A value that was measured, of all that have it. Odoo keeps no empty number: a float that says nothing is a zero, which an
 * average takes along. A link may be empty, and then nothing is averaged. The value takes after a float of Odoo's own
 * that is averaged where others are added up, the only way in which a field made over RPC comes to that.
 */
export const Measured = defineModel('x_support.measured', {
  label: 'Support Measured Value',
  order: 'x_minutes, id',
  fields: {
    x_minutes: field.integer('Minutes', { required: true, readonly: true, index: true }),
    /** Never filled: it only lends `x_value` how it is averaged. */
    x_like_id: field.many2one('Averaged Like', 'rating.rating', { readonly: true, copied: false }),
    x_value: field.related('float', 'Value', 'x_like_id.rating', { store: true, editable: true }),
  },
});

const measured = (label: string) =>
  field.many2one(label, Measured.name, { readonly: true, onDelete: 'restrict' });

/** Odoo's days of the week, Monday first. */
export const WEEKDAYS = {
  '0': 'Monday',
  '1': 'Tuesday',
  '2': 'Wednesday',
  '3': 'Thursday',
  '4': 'Friday',
  '5': 'Saturday',
  '6': 'Sunday',
} as const;

/** An hour of the week on the desk's clock. Tickets point at it, so that they can be counted by both of its parts. */
export const HourOfWeek = defineModel('x_support.hour_of_week', {
  label: 'Support Hour of the Week',
  order: 'x_weekday, x_hour, id',
  fields: {
    x_weekday: field.selection('Weekday', WEEKDAYS, { required: true, readonly: true }),
    x_hour: field.char('Hour', { required: true, readonly: true, size: 2 }),
  },
});

/** What a ticket comes to, as far as it is judged. */
export const Figures = defineModel('x_support.figures', {
  label: 'Support Figures of a Ticket',
  fields: {
    x_ticket_id: field.many2one('Ticket', 'x_support.ticket', {
      required: true,
      readonly: true,
      index: true,
      onDelete: 'cascade',
    }),
    x_first_id: measured('First Answer'),
    x_answer_id: measured('Answers'),
    x_solution_id: measured('Solution'),
    x_kept_id: measured('Deadlines Kept'),
    x_first_kept_id: measured('First Answer in Time'),
    x_reopened_id: measured('Reopened'),
    x_rating_id: measured('Rating'),
    x_answers: field.integer('Number of Answers', { readonly: true }),
    x_reopenings: field.integer('Number of Reopenings', { readonly: true }),
  },
});

/** A measure of which a ticket has a value or none, and whether it has one. */
const average = <const J extends `x_${string}_id`, const V extends `x_${string}`>(
  judged: J,
  value: V,
  label: string,
  help: string,
) => {
  const link = field.related('many2one', `${label}: judged`, `x_figures_id.${judged}`, {
    relation: Measured.name,
  });
  const number = field.related('float', label, `x_figures_id.${judged}.x_value`, { help });
  return { [judged]: link, [value]: number } as { readonly [K in J]: typeof link } & {
    readonly [K in V]: typeof number;
  };
};
const sum = (label: string, column: string, help: string) =>
  field.related('integer', label, `x_figures_id.${column}`, { help });

export const FiguresTicket = extendModel(SlaTicket, {
  fields: {
    x_figures_id: field.computed('many2one', 'Figures', {
      relation: Figures.name,
      store: true,
      index: true,
      depends: ['x_sla_ledger', 'x_closed_at', 'x_rating', 'x_merged_into_id'],
      script: keepFiguresScript,
    }),
    x_opened_hour_id: field.computed('many2one', 'Opened in the Week', {
      relation: HourOfWeek.name,
      store: true,
      index: true,
      depends: ['x_opened_at'],
      script: findHourScript,
    }),
    x_opened_weekday: field.related('selection', 'Weekday', 'x_opened_hour_id.x_weekday', {
      help: 'The day of the week on which it was opened, on the desk’s clock.',
    }),
    x_opened_hour: field.related('char', 'Hour of the Day', 'x_opened_hour_id.x_hour', {
      help: 'The hour of the day in which it was opened, on the desk’s clock.',
    }),
    ...average(
      'x_first_id',
      'x_first_hours',
      'Hours to First Answer',
      'Working hours from opening to the desk’s first public word that no machine wrote. Empty where there is none yet, or the ticket was done without one.',
    ),
    ...average(
      'x_answer_id',
      'x_answer_hours',
      'Hours to Answer',
      'Working hours in which customers waited for an answer of the desk, the first one included, while the clock ran; the mean of a ticket’s answers.',
    ),
    ...average(
      'x_solution_id',
      'x_solution_hours',
      'Hours to Solution',
      'Working hours from opening until the ticket was done last, without the time in which the clock stood still. Empty while it is open.',
    ),
    ...average(
      'x_kept_id',
      'x_kept_share',
      'Deadlines Kept (%)',
      'Of tickets that are done and were promised something: 100 where no target was missed, 0 where one was. Empty for the others.',
    ),
    ...average(
      'x_first_kept_id',
      'x_first_kept_share',
      'First Answers in Time (%)',
      'Of tickets that were promised a first answer and have been answered or done: 100 where it came in time, else 0. Empty for the others.',
    ),
    ...average(
      'x_reopened_id',
      'x_reopened_share',
      'Reopened (%)',
      'Of tickets that have been done at least once: 100 where the ticket came back after that, else 0. Empty for the others.',
    ),
    ...average(
      'x_rating_id',
      'x_rating_stars',
      'Stars',
      'The customer’s rating, from 1 to 5. Empty where there is none.',
    ),
    x_answer_count: sum(
      'Answers',
      'x_answers',
      'How often the desk answered a customer who waited. Words of machines do not count.',
    ),
    x_reopening_count: sum('Reopenings', 'x_reopenings', 'How often a ticket that was done came back.'),
  },
});
