import { defineServerAction, readCode } from '../../schema/index.ts';
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
    code: readCode(import.meta.url, 'show-run-tickets'),
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
  return readCode(import.meta.url, 'request-run', { sources, mode });
}
