import { count, type Limit } from '../../portal/limit.ts';
import { LINK_DAYS } from './scripts.ts';

/** What the pages of appointments may hold. */
export const VISIT_LIMITS = {
  /** Days whose times stand on one page. */
  days: 7,
  furthestDays: 366,
  times: 400,
  /** Kinds of them to choose from. */
  types: 50,
  /** Who is asked in turn whether they are still free. */
  technicians: 20,
  text: 2_000,
  location: 200,
  /** Of the list: those to come, and those that are over. */
  coming: 50,
  past: 50,
} as const;

const kept = 'the form comes back with what was typed';

export const visitLimits: readonly Limit[] = [
  {
    what: 'free times on a page',
    limit: `${VISIT_LIMITS.days} days, ${count(VISIT_LIMITS.times)} times; up to ${VISIT_LIMITS.furthestDays} days ahead, where the type of appointment allows`,
    beyond: 'later and earlier days are behind a link',
  },
  {
    what: 'an appointment’s text',
    limit: `${count(VISIT_LIMITS.text)} characters with a booking or a cancellation, ${VISIT_LIMITS.location} of an address`,
    beyond: kept,
  },
  {
    what: 'the list of appointments',
    limit: `the next ${VISIT_LIMITS.coming}, and the latest ${VISIT_LIMITS.past} that are over`,
    beyond: 'older ones are left out; each has its own address still',
  },
  {
    what: 'appointments of one company to come',
    limit: `as its type says: 5 of a type where nobody changes it`,
    beyond: 'the form comes back and says so',
  },
  {
    what: 'a link to an appointment',
    limit: `opens one for its customer, until ${LINK_DAYS} days after it`,
    beyond: 'a page says that it has expired',
  },
];
