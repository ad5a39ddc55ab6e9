import type { Limit } from '../portal/limit.ts';
import { READS_AT_ONCE, WRITES_AT_ONCE } from './compose.ts';
import { REQUEST_MS, STOP_MS } from './web-server.ts';

/** What one process of the service allows, whoever asks. */
export const serverLimits: readonly Limit[] = [
  {
    what: 'a form’s time on its way',
    limit: `${REQUEST_MS / 60_000} minutes`,
    beyond: 'the connection is cut',
  },
  {
    what: 'all customers’ calls to Odoo at once',
    limit: `${READS_AT_ONCE} for pages and ${WRITES_AT_ONCE} for forms, in each copy of the service`,
    beyond: 'the others wait their turn',
  },
  {
    what: 'what is under way when the service stops',
    limit: `${STOP_MS / 1000} s`,
    beyond: 'the connection is cut',
  },
];
