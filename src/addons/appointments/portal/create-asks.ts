import { createAsk } from '../../../actions/asked-action.ts';
import { createAskOnce } from '../../tickets/once-action.ts';
import { type Booked, bookAction, changeAction, freeSlotsAction } from '../actions.ts';
import { icsAction } from '../invites/ics.ts';
import { VISIT_LIMITS } from '../limits.ts';
import type { Asks, Outcome } from './asks.ts';

/** What the pages ask, asked of Odoo. */
export function createAsks(): Asks {
  const findSlots = createAsk(freeSlotsAction);
  const book = createAskOnce(bookAction);
  const change = createAskOnce(changeAction);
  const findIcs = createAsk(icsAction);
  const inWords = (lang: string | undefined) => (lang === undefined ? {} : { context: { lang } });

  return {
    findSlots: (service, asked, lang) =>
      findSlots(
        service,
        // Whose times are shown is for the page to choose, which offers all who are free.
        { ...asked, technician: 0, days: VISIT_LIMITS.days, limit: VISIT_LIMITS.times },
        inWords(lang),
      ),
    async book(service, asked, lang) {
      return mapOutcome(await book(service, { ...asked, place: false, via: 'portal' }, inWords(lang)));
    },
    async change(service, asked, lang) {
      const all = { begin: 0, technicians: [], reason: '', note: '', ...asked, as_customer: true };
      return mapOutcome(await change(service, all, inWords(lang)));
    },
    async findIcs(service, appointment) {
      const { text } = await findIcs(service, { appointment, method: 'PUBLISH' });
      return text || undefined;
    },
  };
}

const mapOutcome = (booked: Booked): Outcome => booked;
