import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Visitor } from '../../support/visitor.ts';
import type { Found } from './crawl.ts';
import { explore } from './explore.ts';
import { plantNotes } from './plant.ts';
import { createTally, PATIENCE_MS } from './tally.ts';
import { withoutTokens } from './without-tokens.ts';
import { startWorld, type World } from './world.ts';

let world: World;
let found: Found;
/** Whoever may read the ticket, and must not read its notes. */
let readers: Readonly<Record<string, Visitor>>;
const tally = createTally('internal notes');

beforeAll(async () => {
  world = await startWorld();
  ({ found } = await explore(world));
  readers = {
    'its customer': await world.visit(world.ann),
    'an administrator': await world.visit({
      login: world.backend.settings.ODOO_USERNAME,
      password: world.backend.settings.ODOO_PASSWORD,
    }),
    'a visitor with its link': await world.visit(),
  };
}, PATIENCE_MS);
afterAll(async () => {
  tally.print();
  await world?.close();
});

test('internal notes change no byte of any answer, and their files are not there', async () => {
  const before = await askEverything();
  const [ticket] = world.tickets;
  const files = await plantNotes(world, ticket);
  const after = await askEverything();

  const [answer = ''] = world.canaries.shown.filter((canary) => canary.startsWith('answer'));
  expect(before.get(`its customer GET /my/tickets/${ticket}`)).toContain(answer);
  expect([...after.keys()]).toEqual([...before.keys()]);
  for (const [address, text] of after) expect(text, address).toBe(before.get(address));
  const ofFiles = found.pages.filter(
    ({ route, address }) => route.endsWith('/:file') && !address.includes('?'),
  );
  for (const address of ofFiles.flatMap(({ address }) =>
    files.map((file) => address.replace(/\d+$/, String(file))),
  )) {
    for (const [reader, visitor] of Object.entries(readers)) {
      // 303 leads to the login.
      expect([303, 404], `${reader} ${address}`).toContain(tally.count(await visitor.get(address)).status);
    }
  }
  expect(files.length * ofFiles.length).toBeGreaterThan(3);
});

/** All pages, and all forms sent without their token, which come back and change nothing: by each reader. */
async function askEverything(): Promise<ReadonlyMap<string, string>> {
  const answers = new Map<string, string>();
  for (const [reader, visitor] of Object.entries(readers)) {
    for (const { address } of found.pages) {
      answers.set(`${reader} GET ${address}`, withoutTokens(tally.count(await visitor.get(address))));
    }
    for (const { address, form } of found.forms) {
      const fields = { ...form.fields, csrf_token: '', form_token: '' };
      const answer = tally.count(await visitor.post(address, fields));
      answers.set(`${reader} POST ${address} ${Object.keys(fields)}`, withoutTokens(answer));
    }
  }
  return answers;
}
