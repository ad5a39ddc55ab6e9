import { readCode, toExternalId } from '../../schema/index.ts';
import { CLOCK } from '../sla/scripts.ts';
import { EVERY_TECHNICIAN } from '../tickets/grant-access.ts';
import { DONE_STATE } from '../tickets/life.ts';
import { SPOKEN_MESSAGES_PYTHON } from '../tickets/public-messages.ts';

/** In a call's context: tickets are judged however many they are. */
export const ALL_AT_ONCE = 'supportdesk_figures';
/** Tickets that are judged in the call that changes them; of more the job takes care. */
const AT_ONCE = 200;

export const keepFiguresScript = readCode(import.meta.url, 'keep-figures', {
  clock: CLOCK,
  judge: readCode(import.meta.url, 'judge'),
  all_at_once: ALL_AT_ONCE,
  limit: String(AT_ONCE),
  done: DONE_STATE,
  spoken: SPOKEN_MESSAGES_PYTHON,
  service: '__supportdesk__.group_service',
  technicians: toExternalId(EVERY_TECHNICIAN),
});

export const findHourScript = readCode(import.meta.url, 'find-hour');
