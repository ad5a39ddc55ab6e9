import type { RegisteredRoute } from './list-routes.ts';

/** What stands in an address: the ticket, a file of it, and the secret of a link to it. */
export interface Places {
  readonly id: number;
  readonly file: number;
  readonly token: string;
}

interface PageSample {
  /** The page tells of tickets. */
  readonly tells: boolean;
  /** Behind the address; each is asked for. */
  readonly queries?: readonly string[];
}

interface FormSample {
  readonly fields: Readonly<Record<string, string>>;
  /** The form may bring files. */
  readonly takesFiles?: boolean;
}

/** A word of a ticket's subject, description and messages, to be searched for; no more of them than this word. */
export const KNOWN_WORD = 'zebra';
/** The first of the words that {@link KNOWN_WORD}'s ticket has in internal notes alone. */
export const SECRET_WORD = 'whisper';

const LISTS = [
  '',
  ...['all', 'reference', 'name', 'description', 'message'].flatMap((place) =>
    [KNOWN_WORD, SECRET_WORD].map((word) => `?search=${word}&search_in=${place}`),
  ),
  '?filterby=waiting_me&sortby=update&groupby=state',
  '?filterby=closed,mine&sortby=oldest&groupby=month&limit=80',
];
const tells = (queries?: readonly string[]): PageSample => ({ tells: true, ...(queries ? { queries } : {}) });
const quiet: PageSample = { tells: false };

/** Every page of the portal. */
export const PAGES: Readonly<Record<string, PageSample>> = {
  '/': quiet,
  '/healthz': quiet,
  '/metrics': quiet,
  '/my': quiet,
  '/my/tickets': tells(LISTS),
  '/my/tickets/:id': tells(['', '?list=1', `?list=1&search=${SECRET_WORD}`]),
  '/my/tickets/:id/close': quiet,
  '/my/tickets/:id/files/:file': tells(),
  '/my/tickets/:id/people': tells(),
  '/my/tickets/:id/rate': quiet,
  '/my/tickets/:id/reopen': quiet,
  '/my/tickets/:id/reply': quiet,
  '/my/tickets/:id/version': tells(),
  '/my/tickets/create': quiet,
  '/my/tickets/new': quiet,
  '/my/tickets/page/:page': tells(),
  '/my/tickets/similar': tells([KNOWN_WORD, SECRET_WORD].map((word) => `?subject=${word}`)),
  '/my/tickets/tickets.csv': tells(LISTS),
  '/readyz': quiet,
  '/supportdesk/login': quiet,
  '/supportdesk/ticket/:id/:token': tells(),
  '/supportdesk/ticket/:id/:token/files/:file': tells(),
};

/** Every form of the portal, valid for the owner of a ticket that is done, if sent in this order. */
export const FORMS: Readonly<Record<string, FormSample>> = {
  '/my/tickets/:id/rate': { fields: { rating: '4', feedback: 'Quick' } },
  '/my/tickets/:id/people/add': { fields: { email: 'copy@elsewhere.example' } },
  '/my/tickets/:id/people/remove': { fields: {} },
  '/my/tickets/:id/people/link': { fields: {} },
  '/my/tickets/:id/people/revoke': { fields: {} },
  '/my/tickets/:id/reply': { fields: { body: 'Once more' }, takesFiles: true },
  '/my/tickets/:id/close': { fields: { body: 'Solved' }, takesFiles: true },
  '/my/tickets/:id/reopen': { fields: { body: 'Not yet' }, takesFiles: true },
  '/my/tickets/create': {
    fields: { subject: 'Another', description: 'One', priority: '2' },
    takesFiles: true,
  },
  '/supportdesk/language': { fields: { language: 'nl', redirect: '/my/tickets' } },
  '/supportdesk/login': { fields: {} },
  '/supportdesk/logout': { fields: {} },
  '/supportdesk/ticket/:id/:token': { fields: { body: 'By a link' } },
};

/** The paths of one method, sorted, each once. */
export function pathsOf(routes: readonly RegisteredRoute[], method: string): readonly string[] {
  const paths = routes.flatMap((route) => (route.method === method ? [route.path] : []));
  return [...new Set(paths)].sort();
}

/** @throws where the path has a place that nobody knows what to put into. */
export function fillPath(path: string, { id, file, token }: Places): string {
  const values: Readonly<Record<string, string>> = { id: `${id}`, file: `${file}`, token, page: '1' };
  return path.replace(/:(\w+)/g, (_place, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`nobody knows what stands for :${name} in ${path}`);
    return value;
  });
}
