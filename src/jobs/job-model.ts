import { z } from 'zod';
import { defineAskedAction } from '../actions/asked-action.ts';
import { defineModel, field, readCode } from '../schema/index.ts';

/**
 * A job that runs once for all copies of the service: what its last run left, and who is at it. A lease that is no job
 * of the schedule, such as an import's, is one of them without a schedule. External ids keep each of its kind.
 */
export const SupportJob = defineModel('x_support.job', {
  label: 'Support Job',
  order: 'x_name, id',
  fields: {
    x_name: field.char('Job', { required: true, readonly: true }),
    x_key: field.char('Key', { required: true, readonly: true, index: true }),
    x_schedule: field.char('Schedule', {
      readonly: true,
      help: 'Cron expression, in the service’s time zone.',
    }),
    x_result: field.selection(
      'Result',
      { running: 'Running', done: 'Done', failed: 'Failed', interrupted: 'Interrupted' },
      { readonly: true },
    ),
    x_error: field.text('Error', { readonly: true }),
    x_failures: field.integer('Failures in a Row', { readonly: true }),
    x_last_run_at: field.datetime('Last Run', { readonly: true }),
    // In hours, as Odoo shows durations.
    x_duration: field.float('Duration', { readonly: true }),
    x_next_at: field.datetime('Next Run', { readonly: true }),
    x_covered_at: field.datetime('Done Up To', {
      readonly: true,
      help: 'Everything due up to this moment has been done.',
    }),
    x_cursor: field.char('Read Up To', { readonly: true }),
    x_holder: field.char('Held By', {
      readonly: true,
      help: 'Which copy of the service is working on it: its host, its process and a word of its own.',
    }),
    x_until: field.datetime('Held Until', {
      readonly: true,
      help: 'If there is no sign of life by then, another copy takes over.',
    }),
  },
});

const Text = z.union([z.string(), z.literal(false)]);

/**
 * Takes a job, keeps it, or leaves it, in one call that is all or nothing: of two that take it at once, one meets the
 * other's change, is begun anew by Odoo, and finds it taken. Odoo's own clock says whose time is up.
 */
export const jobAction = defineAskedAction({
  id: 'action_job',
  label: 'Support jobs: take, keep or leave a job',
  model: SupportJob.name,
  asked: 'supportdesk_job',
  code: (asked) => readCode(import.meta.url, 'take-job', { asked }),
  answer: z.object({ is_known: z.boolean(), is_ours: z.boolean(), until: Text, cursor: Text }),
});

export type JobAnswer = z.infer<typeof jobAction.answer>;
