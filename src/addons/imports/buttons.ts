import { defineServerAction } from '../../schema/index.ts';
import type { RunMode } from './run-record.ts';

/**
 * A button leaves a request in Odoo, which the service fetches within seconds: so it works where Odoo cannot reach
 * the service. A second press changes what is asked for instead of asking twice.
 */
export const serverActions = [
  request('import', 'Run Import'),
  request('full', 'Full Import'),
  request('dry', 'Dry Run'),
  request('test', 'Test'),
  defineServerAction({
    id: 'action_import_run_tickets',
    label: 'Tickets of a Run',
    model: 'x_support.import_run',
    groups: ['group_administrator'],
    code: `
action = {
    'type': 'ir.actions.act_window',
    'name': record.x_name,
    'res_model': 'x_support.ticket',
    'views': [(False, 'list'), (False, 'form')],
    'domain': [('x_import_run_id', '=', record.id)],
}`.trim(),
  }),
  defineServerAction({
    id: 'action_import_refresh',
    label: 'Refresh',
    model: 'x_support.import_run',
    groups: ['group_administrator'],
    // The form reads its record again after any action.
    code: 'action = False',
  }),
];

function request(mode: RunMode, label: string) {
  return defineServerAction({
    id: `action_request_${mode}`,
    label,
    model: 'x_support.import_source',
    groups: ['group_administrator'],
    code: requestCode(mode, 'records'),
  });
}

/** Python that asks for a run of each source that an expression names, and shows the last one. */
export function requestCode(mode: RunMode, sources: string): string {
  return `
runs = env['x_support.import_run'].sudo()
for source in ${sources}:
    if source.x_run_state == 'requested':
        run = runs.browse(source.x_run_id.id)
        run.write({'x_mode': '${mode}'})
    else:
        run = runs.create({
            'x_source_id': source.id,
            'x_mode': '${mode}',
            'x_trigger': 'button',
            'x_user_id': env.uid,
            'x_state': 'requested',
            'x_requested_at': datetime.datetime.now(),
        })
        source.write({'x_run_id': run.id})
    action = {
        'type': 'ir.actions.act_window',
        'name': run.x_name,
        'res_model': 'x_support.import_run',
        'res_id': run.id,
        'views': [(False, 'form')],
    }`.trim();
}
