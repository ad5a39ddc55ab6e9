import { readCode } from '../../schema/index.ts';
import { DONE_STATE, WAITING_STATE } from '../tickets/life.ts';
import { SPOKEN_MESSAGES_PYTHON } from '../tickets/public-messages.ts';

/** Functions that every script about deadlines begins with. Python in Odoo imports nothing. */
export const CLOCK = readCode(import.meta.url, 'clock');

/** What keeps a ticket's ledger: one evaluation for each thing that happens to it. */
export function ledgerScript({ hasStages }: { readonly hasStages: boolean }): string {
  const isWaiting = `record.x_state == '${WAITING_STATE}'`;
  return readCode(import.meta.url, 'keep-ledger', {
    clock: CLOCK,
    done: DONE_STATE,
    waiting: WAITING_STATE,
    stops: hasStages ? `record.x_stage_id.x_stops_clock if record.x_stage_id else ${isWaiting}` : isWaiting,
    spoken: SPOKEN_MESSAGES_PYTHON,
    service: '__supportdesk__.group_service',
    technicians: '__supportdesk__.group_technician',
  });
}
