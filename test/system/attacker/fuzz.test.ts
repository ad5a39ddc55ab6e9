import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Answer, Visitor } from '../../support/visitor.ts';
import { type FormTarget, type Found, pathsOf } from './crawl.ts';
import { explore } from './explore.ts';
import { MARK, nasty } from './nasty.ts';
import { createTally, PATIENCE_MS } from './tally.ts';
import { open } from './visitors.ts';
import { startWorld, type World } from './world.ts';

let world: World;
let found: Found;
let browser: Visitor;
let csrf: string;
const tally = createTally('fuzz');

beforeAll(async () => {
  world = await startWorld();
  ({ found } = await explore(world));
  ({ visitor: browser, csrf } = await open(await world.visit(world.ann), ''));
}, PATIENCE_MS);
afterAll(async () => {
  tally.print();
  await world?.close();
});

function expectHarmless(answer: Answer, what: unknown): void {
  tally.count(answer);
  expect(answer.status, JSON.stringify(what)).toBeLessThan(500);
  if (!answer.headers.get('content-type')?.startsWith('text/html')) return;
  expect(answer.html).not.toContain(MARK);
  expect(answer.html).not.toMatch(/<script>alert|<img src=x|49\b<\/textarea>/);
}

/** Node itself takes no longer ones. */
const nastyAddress = nasty.map((text) => text.slice(0, 500));

const encode = (text: string) => encodeURIComponent(text.replace(/\p{Surrogate}/gu, ''));

describe('whatever stands in an address, it is no error of ours and no markup', () => {
  test('in the place of what a path names', async () => {
    for (const route of pathsOf(world.routes, 'get').filter((path) => path.includes(':'))) {
      const examples = found.pages.filter((page) => page.route === route && !page.address.includes('?'));
      const places = [...route.matchAll(/:\w+/g)].length;
      const values = fc.tuple(fc.constantFrom(...examples), fc.nat(places - 1), nastyAddress);
      await fc.assert(
        fc.asyncProperty(values, async ([{ address }, place, text]) => {
          expectHarmless(await browser.get(replacePlace(route, address, place, encode(text))), [route, text]);
        }),
        { numRuns: 12 },
      );
    }
  });

  test('behind it', async () => {
    const known = found.pages.filter(({ address }) => !address.includes('?'));
    // An address that was guessed may be of nothing; each page is there under one that was not.
    const pages = known.filter(({ address }) => (found.answers.get(address)?.status ?? 200) < 400);
    expect(new Set(pages.map(({ route }) => route))).toEqual(new Set(known.map(({ route }) => route)));
    const names = [...new Set(found.pages.flatMap(({ address }) => [...searchOf(address).keys()]))];
    expect(names.length).toBeGreaterThan(5);
    const odd = ['notice', 'constructor', '__proto__', 'search[a]', 'filterby[x][y]'];
    const fields = fc.array(
      fc.tuple(fc.constantFrom(...names, ...odd), fc.oneof(fc.constantFrom(...knownValues()), nastyAddress)),
      { maxLength: 8 },
    );
    for (const { address } of pages) {
      await fc.assert(
        fc.asyncProperty(fields, async (given) => {
          const query = new URLSearchParams(given.map(([name, text]): [string, string] => [name, text]));
          const answer = await browser.get(`${address}?${query}`);
          expectHarmless(answer, [address, given]);
          // Nothing that stands there takes a page away from who has it.
          expect(answer.status, `${address}?${query}`).toBeLessThan(400);
        }),
        { numRuns: 20, examples: [[[['notice', 'toString']]], [[['search', 'x'.repeat(5_000)]]]] },
      );
      for (const query of ['search=%E0%A4%A&sortby=%ff', 'search=%00%00', 'limit=20&limit=80']) {
        expectHarmless(await browser.get(`${address}?${query}`), query);
      }
    }
  });
});

describe('whatever stands in a form, it is no error of ours and no markup', () => {
  const isKept = ({ route }: FormTarget) => !/\/(?:login|logout|revoke)$/.test(route);

  test('in its fields', async () => {
    for (const { address, form } of found.forms.filter(isKept)) {
      const names = Object.keys(form.fields).filter((name) => name !== 'csrf_token');
      const fields = fc.record(Object.fromEntries([...names, 'lost_files'].map((name) => [name, nasty])), {
        requiredKeys: [],
      });
      await fc.assert(
        fc.asyncProperty(fields, async (given) => {
          const answer = await browser.post(address, { ...given, csrf_token: csrf });
          expectHarmless(answer, [address, given]);
          if (answer.location) expectHarmless(await browser.get(answer.location), [address, given]);
        }),
        { numRuns: 8 },
      );
    }
  });

  test('in its files and their names', async () => {
    for (const { address, form } of found.forms.filter(({ form }) => form.takesFiles)) {
      await fc.assert(
        fc.asyncProperty(nasty, nasty, fc.uint8Array({ maxLength: 600 }), async (text, name, bytes) => {
          const fields = Object.fromEntries(form.typed.map((field) => [field, text]));
          const file = new File([new Uint8Array(bytes)], name);
          expectHarmless(await browser.post(address, { ...fields, csrf_token: csrf }, [file]), {
            text,
            name,
          });
        }),
        { numRuns: 6 },
      );
    }
    for (const { address } of found.pages.filter(({ route }) => route === '/my/tickets/:id')) {
      expectHarmless(await browser.get(address), 'all that was sent');
    }
  });

  test.each([
    '',
    '--x',
    '--x\r\n\r\n',
    '--x\r\ncontent-disposition: form-data; name="files"; filename="a"\r\n\r\nhalf',
  ])('that breaks off (%j), it is told politely', async (body) => {
    const cookie = [...browser.cookies].map(([key, value]) => `${key}=${value}`).join('; ');
    const headers = { cookie, 'content-type': 'multipart/form-data; boundary=x' };
    for (const { address, form } of found.forms.filter(
      (target) => isKept(target) && target.form.takesFiles,
    )) {
      const { status } = await fetch(new URL(address, world.portals.first.url), {
        ...{ method: 'POST', body, headers, redirect: 'manual' },
      });
      expect(form.takesFiles && status, address).toBeGreaterThanOrEqual(400);
      expect(status, address).toBeLessThan(500);
    }
  });
});

function searchOf(address: string): URLSearchParams {
  return new URLSearchParams(address.split('?')[1] ?? '');
}

/** What pages themselves put behind an address. */
function knownValues(): readonly string[] {
  return [...new Set(found.pages.flatMap(({ address }) => [...searchOf(address).values()]))];
}

/** The address with another text where the route has its `place`th name. */
function replacePlace(route: string, address: string, place: number, text: string): string {
  const parts = address.split('/');
  const named = route.split('/').flatMap((part, index) => (part.startsWith(':') ? [index] : []));
  return parts.map((part, index) => (index === named[place] ? text : part)).join('/');
}
