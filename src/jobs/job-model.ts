import { defineModel, defineServerAction, field } from '../schema/index.ts';

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

/** Where the action finds what it is asked: a name in the context of its call. */
export const JOB_ASKED = 'supportdesk_job';

/**
 * Takes a job, keeps it, or leaves it, in one call that is all or nothing: of two that take it at once, one meets the
 * other's change, is begun anew by Odoo, and finds it taken. Odoo's own clock says whose time is up.
 */
export const jobAction = defineServerAction({
  id: 'action_job',
  label: 'Support jobs: take, keep or leave a job',
  model: SupportJob.name,
  groups: ['group_service', 'group_administrator'],
  code: `
asked = env.context.get('${JOB_ASKED}') or {}
now = datetime.datetime.now()
job = model.sudo().search([('x_key', '=', asked.get('key'))], order='id', limit=1)
is_ours = bool(job) and job.x_holder == asked.get('holder')
is_free = bool(job) and (not job.x_until or job.x_until <= now)
due = asked.get('due')
is_due = not due or not job.x_covered_at or str(job.x_covered_at) < due
until = now + datetime.timedelta(seconds=asked.get('seconds', 0))
values = asked.get('values') or {}
if asked.get('do') == 'take' and (is_ours or is_free and is_due):
    job.write({'x_holder': asked['holder'], 'x_until': until, 'x_last_run_at': now, 'x_result': 'running'})
    is_ours = True
elif asked.get('do') == 'keep' and is_ours:
    values['x_until'] = until
    job.write(values)
elif asked.get('do') == 'leave' and is_ours:
    values['x_holder'] = False
    values['x_until'] = False
    job.write(values)
action = {'is_known': bool(job), 'is_ours': is_ours, 'until': job.x_until, 'cursor': job.x_cursor}`.trim(),
});
