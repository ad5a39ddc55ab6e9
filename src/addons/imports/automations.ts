import { defineAutomation, defineScheduledAction } from '../../schema/index.ts';

/** Whoever pressed the button hears of the end, on whatever page they are by then. */
export const automations = [
  defineAutomation({
    id: 'automation_import_run_ended',
    label: 'Support imports: tell who asked that the run has ended',
    model: 'x_support.import_run',
    trigger: 'on_write',
    fields: ['x_state'],
    filter: "[('x_state', 'in', ['done', 'failed', 'interrupted']), ('x_user_id', '!=', False)]",
    code: `
for run in records:
    run.x_user_id.partner_id._bus_send('simple_notification', {
        'title': run.x_name,
        'message': (run.x_log or '').split('\\n')[0],
        'type': 'success' if run.x_state == 'done' else 'danger',
    })`.trim(),
  }),
];

/** In Odoo, because the service may be the one that is gone. */
export const scheduledActions = [
  defineScheduledAction({
    id: 'cron_import_runs',
    label: 'Support imports: close runs that were cut short, forget old ones',
    model: 'x_support.import_run',
    every: { amount: 10, unit: 'minutes' },
    code: `
now = datetime.datetime.now()
silent = model.search([('x_state', '=', 'running'), ('write_date', '<', now - datetime.timedelta(minutes=15))])
silent.write({'x_state': 'interrupted'})
model.search([('create_date', '<', now - datetime.timedelta(days=90))], limit=1000).unlink()`.trim(),
  }),
];
