import type { RegisteredRoute } from '../../support/list-routes.ts';
import type { Answer, Visitor } from '../../support/visitor.ts';
import { addressesOn, type FoundForm, formsOn } from './read-page.ts';
import { PUBLIC_URL } from './world.ts';

/** A page of the portal, by an address of it. */
export interface Target {
  /** As the route is registered: `/my/tickets/:id`. */
  readonly route: string;
  readonly address: string;
}

export interface FormTarget extends Target {
  readonly form: FoundForm;
}

export interface Found {
  readonly pages: readonly Target[];
  readonly forms: readonly FormTarget[];
  /** What the first of the people got at the pages that they came to. */
  readonly answers: ReadonlyMap<string, Answer>;
}

export interface CrawlOptions {
  readonly browsers: readonly Visitor[];
  readonly routes: readonly RegisteredRoute[];
  /** Where a route wants something that no page leads to. */
  readonly places: Readonly<Record<string, string>>;
  /** Where mails lead, with proofs of their own. */
  readonly mailed: readonly string[];
  /** What is looked for, where something can be. */
  readonly words: readonly string[];
}

/** Addresses that differ by their query alone, of those that pages lead to. */
const MOST_QUERIES = 6;

/**
 * All pages and forms that these people get to, from what is registered and from what each page leads to: so that a route
 * of a new addon is tried without being written down anywhere. What has no link of its own is asked for by its path.
 */
export async function crawl({ browsers, routes, places, mailed, words }: CrawlOptions): Promise<Found> {
  const pages = new Map<string, Target>();
  const forms: FormTarget[] = [];
  /** Forms that were met before, perhaps with other things filled in. */
  const known = new Set<string>();
  const answers = new Map<string, Answer>();
  const counts = new Map<string, number>();
  const findRoute = createFindRoute(routes);

  function note(address: string, { isSearch = false } = {}): Target | undefined {
    const path = pathOf(address);
    const route = findRoute('get', path);
    if (route === undefined || pages.has(address)) return undefined;
    const count = (counts.get(path) ?? 0) + (isSearch ? 0 : 1);
    counts.set(path, count);
    if (count > MOST_QUERIES) return undefined;
    const target = { route, address };
    pages.set(address, target);
    return target;
  }

  async function visit(browser: Visitor, starts: readonly string[]): Promise<void> {
    const queue = [...starts];
    for (let address = queue.shift(); address !== undefined; address = queue.shift()) {
      const answer = await browser.get(address);
      if (browser === browsers[0]) answers.set(address, answer);
      for (const form of formsOf(answer, address)) {
        const action = pathOf(form.action);
        const route = findRoute(form.method, action);
        const key = `${form.method} ${action} ${Object.keys(form.fields)}`;
        if (route === undefined || known.has(key)) continue;
        known.add(key);
        if (form.method === 'post') forms.push({ route, address: action, form });
        else queue.push(...searches(form, words).filter((next) => note(next, { isSearch: true })));
      }
      queue.push(...leadsOf(answer).filter((next) => note(next)));
    }
  }

  const addressesAt = (route: string): readonly string[] => {
    const sent = mailed.filter((address) => findRoute('get', pathOf(address)) === route);
    return sent.length > 0 ? sent : [fill(route, places)];
  };
  const registered = pathsOf(routes, 'get').flatMap(addressesAt);
  for (const browser of browsers) {
    await visit(
      browser,
      registered.filter((address) => note(address) || pages.has(address)),
    );
  }
  const typed = [...new Set(forms.flatMap(({ form }) => form.typed))];
  for (const word of words) {
    const query = new URLSearchParams(Object.fromEntries(typed.map((name) => [name, word])));
    for (const address of registered) note(`${address}?${query}`, { isSearch: true });
  }
  return { pages: [...pages.values()], forms, answers };
}

/** The paths of one method, each once, in the order in which they are asked. */
export function pathsOf(routes: readonly RegisteredRoute[], method: string): readonly string[] {
  return [...new Set(routes.flatMap((route) => (route.method === method ? [route.path] : [])))];
}

/** What nobody knows is a number, as of a record. */
export function fill(route: string, places: Readonly<Record<string, string>>): string {
  return route.replace(/:(\w+)/g, (_place, name: string) => places[name] ?? places.id ?? '1');
}

function createFindRoute(routes: readonly RegisteredRoute[]) {
  const patterns = routes.map(({ method, path }) => ({
    method,
    path,
    pattern: new RegExp(`^${path.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/:\w+/g, '[^/]+')}/?$`),
  }));
  return (method: string, path: string): string | undefined =>
    patterns.find((route) => route.method === method && route.pattern.test(path))?.path;
}

const pathOf = (address: string): string => address.split(/[?#]/)[0] ?? address;

const isPage = ({ headers }: Answer): boolean =>
  headers.get('content-type')?.startsWith('text/html') === true;

function formsOf(answer: Answer, address: string): readonly FoundForm[] {
  return isPage(answer) ? formsOn(answer.html, pathOf(address)) : [];
}

function leadsOf(answer: Answer): readonly string[] {
  const found = isPage(answer) ? addressesOn(answer.html) : [];
  return [...found, ...(answer.location ? [answer.location] : [])]
    .map((address) => (address.startsWith(PUBLIC_URL) ? address.slice(PUBLIC_URL.length) : address))
    .flatMap((address) => address.split('#')[0] || []);
}

/** Every word in every field, and every choice that there is, though not each with each. */
function searches(form: FoundForm, words: readonly string[]): readonly string[] {
  const choices = Object.entries(form.choices);
  const most = Math.max(1, ...choices.map(([, values]) => values.length));
  const fillings = Array.from({ length: most }, (_, index) =>
    Object.fromEntries(choices.map(([name, values]) => [name, values[index % values.length] ?? ''])),
  );
  return words.flatMap((word) =>
    fillings.map((chosen) => {
      const typed = Object.fromEntries(form.typed.map((name) => [name, word]));
      return `${form.action}?${new URLSearchParams({ ...form.fields, ...chosen, ...typed })}`;
    }),
  );
}
