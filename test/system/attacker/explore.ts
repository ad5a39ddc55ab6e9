import { findOffer } from '../../support/closing-world.ts';
import type { Visitor } from '../../support/visitor.ts';
import { crawl, type Found, type Target } from './crawl.ts';
import type { World } from './world.ts';

/** A route without a login: what stands at its `:token` proves who may read. */
export const isLinked = ({ route }: Target): boolean => route.includes('/:token');

/** The page's address with another proof, where it needs one. */
export function addressBy({ route, address }: Target, link: string): string {
  const place = route.split('/').indexOf(':token');
  const [path = '', ...query] = address.split('?');
  const parts = path.split('/').map((part, index) => (index === place ? link : part));
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
  const { pages, forms, answers } = await crawl({
    browsers: [browser, await world.visit()],
    routes: world.routes,
    places: { id: String(first), token: links.open, page: '1', file: String(world.file) },
    words: wordsOf(world),
    mailed: [
      await findOffer(world.odoo, first, 'reminded', 'solved'),
      await findOffer(world.odoo, first, 'reminded', 'not_yet'),
      await findOffer(world.odoo, done, 'rating', 'rate'),
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
