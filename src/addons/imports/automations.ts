import { defineAutomation, defineScheduledAction, readCode } from '../../schema/index.ts';

/** Whoever pressed the button hears of the end, on whatever page they are by then. */
export const automations = [
  defineAutomation({
    id: 'automation_import_run_ended',
    label: 'Support imports: tell who asked that the run has ended',
    model: 'x_support.import_run',
    trigger: 'on_write',
    fields: ['x_state'],
    filter: "[('x_state', 'in', ['done', 'failed', 'interrupted']), ('x_user_id', '!=', False)]",
    code: readCode(import.meta.url, 'notify-run-ended'),
  }),
];

/** In Odoo, because the service may be the one that is gone. */
export const scheduledActions = [
  defineScheduledAction({
    id: 'cron_import_runs',
    label: 'Support imports: close runs that were cut short, forget old ones',
    model: 'x_support.import_run',
    every: { amount: 10, unit: 'minutes' },
    code: readCode(import.meta.url, 'tidy-runs'),
  }),
];
