import { CALENDAR_PATH } from '../../../src/addons/appointments/invites/feed-pages.ts';
import { findOffer } from '../../support/closing-world.ts';
import type { Visitor } from '../../support/visitor.ts';
import { crawl, type Found, type Target } from './crawl.ts';
import type { World } from './world.ts';

/** What stands there proves who may read. */
const PROOF = /^:(?:token|secret)\b/;

/** A route without a login. */
export const isLinked = ({ route }: Target): boolean => route.split('/').some((part) => PROOF.test(part));

/** The page's address with another proof, where it needs one. */
export function addressBy({ route, address }: Target, link: string): string {
  const named = route.split('/');
  const place = named.findIndex((part) => PROOF.test(part));
  const ending = named[place]?.replace(PROOF, '') ?? '';
  const [path = '', ...query] = address.split('?');
  const parts = path.split('/').map((part, index) => (index === place ? `${link}${ending}` : part));
  return [parts.join('/'), ...query].join('?');
}

/** Ends of links: to Ann's open ticket and to her other one, each for somebody in copy, and to Bob's. */
export interface Links {
  readonly open: string;
  readonly done: string;
  readonly bobs: string;
}

/** Everything that Ann gets to of her own and of her company's, but what is her colleague's own. */
export async function explore(world: World): Promise<{ readonly found: Found; readonly links: Links }> {
  const browser = await world.visit(world.ann);
  const [first, done] = world.tickets;
  const links = {
    open: await createLink(browser, first, world.jan),
    done: await createLink(browser, done, world.jan),
    bobs: await createLink(await world.visit(world.people.bob), world.bobsTicket),
  };
  const calendar = await browser.get(CALENDAR_PATH);
  await browser.submit(calendar, CALENDAR_PATH, { do: 'make' });
  const { html } = await browser.get(CALENDAR_PATH);
  const [feed = ''] = /\/supportdesk\/calendar\/\w+\.ics/.exec(html) ?? [];
  const { pages, forms, answers } = await crawl({
    browsers: [browser, await world.visit()],
    routes: world.routes,
    places: { id: String(first), token: links.open, page: '1', file: String(world.file) },
    words: wordsOf(world),
    mailed: [
      feed,
      world.reportLink,
      await findOffer(world.odoo, first, 'reminded', 'solved'),
      await findOffer(world.odoo, first, 'reminded', 'not_yet'),
      await findOffer(world.odoo, done, 'rating', 'rate'),
      // A mail leads to each of them, or a calendar.
      ...world.visitLinks.flatMap((link) =>
        ['', '/accept', '/decline', '/move', '/cancel', '/appointment.ics'].map((page) => `${link}${page}`),
      ),
    ],
  });
  const siblings = new RegExp(`^/my/tickets/${world.siblingsTicket}\\b`);
  const isAnns = ({ address }: Target) => !siblings.test(address);
  return { found: { pages: pages.filter(isAnns), forms: forms.filter(isAnns), answers }, links };
}

/** Two that a customer may find something by, and one that they may not. */
export function wordsOf({ canaries }: World): readonly [subject: string, answer: string, note: string] {
  const find = (kind: keyof World['canaries'], what: string) =>
    canaries[kind].find((canary) => canary.startsWith(what)) ?? what;
  return [find('shown', 'subject'), find('shown', 'answer'), find('hidden', 'note')];
}

async function createLink(browser: Visitor, ticket: number, partner?: number): Promise<string> {
  const path = `/my/tickets/${ticket}/people`;
  const made = await browser.submit(await browser.get(path), `${path}/link`, {
    partner: String(partner ?? ''),
  });
  const { html } = await browser.get(made.location ?? '');
  return /\/supportdesk\/ticket\/\d+\/([^"]+)"/.exec(html)?.[1] ?? '';
}
