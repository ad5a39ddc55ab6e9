import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ReportContact } from '../../../src/addons/reports/models.ts';
import { Ticket } from '../../../src/addons/tickets/models.ts';
import type { Answer } from '../../support/visitor.ts';
import { type FormTarget, type Found, pathsOf, type Target } from './crawl.ts';
import { createDigest, type Digest } from './digest.ts';
import type { Links } from './explore.ts';
import { addressBy, explore, isLinked, wordsOf } from './explore.ts';
import { renewVisits } from './plant-visits.ts';
import { createTally, PATIENCE_MS } from './tally.ts';
import { ATTACKERS, type Attacker, open } from './visitors.ts';
import { withoutTokens } from './without-tokens.ts';
import { startWorld, type World } from './world.ts';

let world: World;
let found: Found;
let links: Links;
let digest: Digest;
/** What the owner gets at an address. */
const owners = new Map<string, Answer>();
const tally = createTally('strangers');

beforeAll(async () => {
  world = await startWorld();
  ({ found, links } = await explore(world));
  const browser = await world.visit(world.ann);
  for (const { address } of found.pages) {
    owners.set(address, found.answers.get(address) ?? (await browser.get(address)));
  }
  digest = await createDigest(world.odoo);
}, PATIENCE_MS);
afterAll(async () => {
  tally.print();
  await world?.close();
});

test('every page and every form that an addon brings is tried, and its owner gets what there is', () => {
  const routesOf = (targets: readonly Target[]) => [...new Set(targets.map(({ route }) => route))].sort();
  expect(routesOf(found.pages)).toEqual([...pathsOf(world.routes, 'get')].sort());
  expect(routesOf(found.forms)).toEqual([...pathsOf(world.routes, 'post')].sort());

  const all = [...owners.values()].map(textOf).join('\n');
  const unseen = world.canaries.shown.filter((canary) => !all.includes(canary));
  expect(unseen).toEqual([]);
  for (const { route } of found.pages.filter(({ route }) => route.includes(':'))) {
    const statuses = found.pages
      .filter((page) => page.route === route)
      .map(({ address }) => statusOf(address));
    expect(Math.min(...statuses), route).toBeLessThan(400);
  }
});

test('nobody is shown what is hidden, its owner neither', () => {
  for (const [address, answer] of owners) {
    tally.count(answer);
    expect(tellingOf(answer, address, world.canaries.hidden), address).toEqual([]);
  }
});

test('what is hidden is not found by any search, and what is shown is', async () => {
  const browser = await world.visit(world.ann);
  const [subject, answer, note] = wordsOf(world);
  const telling: string[] = [];
  for (const { route, address } of found.pages) {
    for (const word of [subject, answer, note].filter((word) => address.includes(word))) {
      // A word that stands nowhere, as long as the other.
      const nowhere = word.replace(/./g, 'q');
      const twin = tally.count(await browser.get(address.replaceAll(word, nowhere)));
      const [told, silent] = [owners.get(address), twin].map((page) => page && withoutTokens(page));
      if (told?.replaceAll(word, nowhere) === silent) continue;
      telling.push(`${word} ${route}`);
    }
  }

  expect(telling.filter((found) => found.startsWith(note))).toEqual([]);
  expect(telling).toEqual(
    expect.arrayContaining([
      `${subject} /my/tickets`,
      `${answer} /my/tickets`,
      `${subject} /my/tickets/similar`,
    ]),
  );
});

describe.each(ATTACKERS)('$name', ({ sees, isSomebody = false, enter }) => {
  let attacker: Attacker;
  beforeAll(async () => {
    attacker = await enter(world, links);
  });
  // What a link holds on to, whenever it ends.
  const tokens = () => [links.open, links.done].flatMap((link) => link.split('.')[1] ?? []);
  const forbidden = (): readonly string[] =>
    sees === 'shown' ? world.canaries.hidden : [...Object.values(world.canaries).flat(), ...tokens()];

  test('learns nothing by any page', async () => {
    const before = await digest();

    for (const target of found.pages) {
      const address = addressBy(target, attacker.link);
      const answer = tally.count(await attacker.visitor.get(address));

      // It is there to say so: a real Odoo may take longer than it waits.
      if (target.route !== '/readyz') expect(answer.status, address).toBeLessThan(500);
      expect(tellingOf(answer, address, forbidden()), address).toEqual([]);
      // Where the owner is told something of the ticket, nobody else gets even an empty page.
      if (sees === 'nothing' && isOfTicket(target))
        expect(answer.status, address).toBeGreaterThanOrEqual(300);
    }
    expect(await digest()).toEqual(before);
  });

  test('changes nothing by any form', async () => {
    const before = await digest(isSomebody ? world.tickets : undefined);

    for (const target of found.forms) {
      const address = addressBy(target, attacker.link);
      const answer = tally.count(await send(attacker, target, address));

      expect(answer.status, address).toBeLessThan(500);
      expect(tellingOf(answer, address, forbidden()), address).toEqual([]);
    }
    expect(await digest(isSomebody ? world.tickets : undefined)).toEqual(before);
  });
});

/** A login shows the form again that was sent without one: here a form of somebody else's. */
test('a customer of another company who logs in with a form about the ticket learns and changes nothing', async () => {
  const canaries = Object.values(world.canaries).flat();
  const before = await digest(world.tickets);

  for (const target of found.forms) {
    const { address, form } = target;
    const { visitor, csrf } = await open(await world.visit(), links.bobs);
    const { login, password } = world.people.bob;
    const stored_fields = JSON.stringify(form.fields);
    const fields = { login, password, redirect: address, stored_fields, csrf_token: csrf };
    const answer = tally.count(await visitor.post('/supportdesk/login', fields));

    expect(answer.status, address).toBeLessThan(500);
    // What was typed comes back, an address with its link, too.
    expect(isLinked(target) ? [] : tellingOf(answer, address, canaries), address).toEqual([]);
  }
  expect(await digest(world.tickets)).toEqual(before);
});

/** Else the strangers might have changed nothing because the forms were wrong. */
test('the owner changes something by every form about a ticket', async () => {
  const owner = await open(await world.visit(world.ann), links.open);
  const forms = found.forms.filter(({ route }) => route.includes(':') || route.endsWith('/create'));

  // A form may have nothing to do before another was sent; and one of them ends the links.
  const idle = await findIdle(
    owner,
    forms.toSorted((a, b) => Number(isLinked(b)) - Number(isLinked(a))),
  );
  expect(forms.length).toBeGreaterThan(10);
  expect(await findIdle(owner, idle)).toEqual([]);
});

async function findIdle(owner: Attacker, forms: readonly FormTarget[]): Promise<readonly FormTarget[]> {
  const idle: FormTarget[] = [];
  for (const target of forms) {
    await world.odoo.model(Ticket).write([world.tickets[0]], { x_state: 'waiting' });
    await world.odoo.model(Ticket).write([world.tickets[1]], { x_state: 'done' });
    await renewVisits(world.odoo, world.visits);
    await world.odoo.model(ReportContact).write([world.ann.partnerId], { x_wants_report: true });
    const before = JSON.stringify(await digest());
    const answer = tally.count(await send(owner, target, target.address));
    expect(answer.status, target.address).toBe(303);
    if (JSON.stringify(await digest()) === before) idle.push(target);
  }
  return idle;
}

function send({ visitor, csrf }: Attacker, { form, route }: FormTarget, address: string): Promise<Answer> {
  const typed = Object.fromEntries(form.typed.map((name) => [name, `By ${route}`]));
  const email = form.typed.includes('email') ? { email: 'copy@elsewhere.example' } : {};
  const fields = { ...form.fields, ...typed, ...email, csrf_token: csrf };
  return visitor.post(address, fields, form.takesFiles ? [new File(['x'], 'x.txt')] : []);
}

const statusOf = (address: string): number => owners.get(address)?.status ?? 0;

/** The address names the ticket, or what hangs on it, and its owner gets an answer there. */
function isOfTicket({ route, address }: Target): boolean {
  return /:(?!page\b)\w+/.test(route) && statusOf(address) === 200;
}

const textOf = ({ html, headers }: Answer): string => [html, ...headers.values()].join('\n');

/** What was asked for may be said again. */
function tellingOf(answer: Answer, address: string, canaries: readonly string[]): readonly string[] {
  const text = textOf(answer);
  return canaries.filter((canary) => text.includes(canary) && !address.includes(canary));
}
