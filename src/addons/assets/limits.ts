import { count, type Limit } from '../../portal/limit.ts';
import { RECORD_LIMITS } from '../../portal/records/limits.ts';

/** Of a customer’s equipment in the form for a new ticket, and of what hangs on one piece on its page. */
export const EQUIPMENT_LIMITS = { onForm: 200, tickets: 20, onTicket: 20 } as const;

export const equipmentLimits: readonly Limit[] = [
  {
    what: 'the list of equipment',
    limit: `${RECORD_LIMITS.page} pieces a page; a search of ${RECORD_LIMITS.search} characters, ${RECORD_LIMITS.searchWords} words`,
    beyond: 'further pages; the CSV file has them all; the rest of a search is left out',
  },
  {
    what: 'equipment to choose from on a new ticket',
    limit: `${count(EQUIPMENT_LIMITS.onForm)} pieces, by name`,
    beyond: 'each has its own page, which leads to the form with it chosen',
  },
  {
    what: 'a piece’s page',
    limit: `its latest ${EQUIPMENT_LIMITS.tickets} tickets`,
    beyond: 'the list of tickets has them all',
  },
];
