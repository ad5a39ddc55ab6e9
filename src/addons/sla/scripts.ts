import { readCode } from '../../schema/index.ts';
import { DONE_STATE, WAITING_STATE } from '../tickets/life.ts';
import { SPOKEN_MESSAGES_PYTHON } from '../tickets/public-messages.ts';

/** Where a ticket says when somebody comes next, as far as that is agreed. */
export const NEXT_VISIT = 'x_next_appointment_at';

/** Functions that every script about deadlines begins with. Python in Odoo imports nothing. */
export const CLOCK = readCode(import.meta.url, 'clock');

/** What other addons bring that the clock goes by. */
export interface LedgerSources {
  readonly hasStages: boolean;
  /** Tickets say when somebody comes next. */
  readonly hasVisits: boolean;
}

/** What keeps a ticket's ledger: one evaluation for each thing that happens to it. */
export function ledgerScript({ hasStages, hasVisits }: LedgerSources): string {
  const isWaiting = `record.x_state == '${WAITING_STATE}'`;
  return readCode(import.meta.url, 'keep-ledger', {
    clock: CLOCK,
    done: DONE_STATE,
    waiting: WAITING_STATE,
    stops: hasStages ? `record.x_stage_id.x_stops_clock if record.x_stage_id else ${isWaiting}` : isWaiting,
    visit: hasVisits ? `record.${NEXT_VISIT}` : 'False',
    spoken: SPOKEN_MESSAGES_PYTHON,
    service: '__supportdesk__.group_service',
    technicians: '__supportdesk__.group_technician_own',
  });
}
