import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Ticket } from '../../src/addons/tickets/models.ts';
import { Message, Partner } from '../../src/odoo/builtin-models.ts';
import { type Customer, createCustomer } from '../support/create-customer.ts';
import { type HelpDesk, startHelpDesk } from '../support/start-help-desk.ts';
import type { Answer, Visitor } from '../support/visitor.ts';

/** The numbers of docs/portal.md, as they stand there. */
const SUBJECT = 200;
const TEXT = 20_000;
const MARKUP = 100_000;
const FEEDBACK = 2_000;
const IN_COPY = 20;

let desk: HelpDesk;
let ann: Customer;
let browser: Visitor;

beforeAll(async () => {
  desk = await startHelpDesk();
  ann = await createCustomer(desk.odoo, 'Ann Archer');
  browser = await desk.visit(ann);
});
afterAll(() => desk?.close());

async function openTicket(values: Readonly<Record<string, string>> = {}): Promise<number> {
  const [id = 0] = await desk.odoo
    .model(Ticket)
    .create([{ x_name: randomUUID(), x_partner_id: ann.partnerId, ...values }]);
  return id;
}

const long = (length: number) => `${randomUUID()} `.padEnd(length, 'x');

describe('what is just as long as it may be is taken, one letter more comes back with all that was typed', () => {
  async function expectBack(answer: Answer, text: string, words: string): Promise<void> {
    expect(answer.status).toBe(422);
    expect(answer.text).toContain(words);
    expect(answer.html).toContain(text);
  }

  test.each([
    ['subject', SUBJECT, 'Shorten the subject to 200 characters'],
    ['description', TEXT, 'Shorten the description to 20,000 characters'],
  ])('a new ticket’s %s', async (field, most, words) => {
    const open = async (length: number) => {
      const text = long(length);
      const fields = { subject: 'Short', description: 'Short', [field]: text };
      return {
        text,
        answer: await browser.submit(await browser.get('/my/tickets/new'), '/my/tickets/create', fields),
      };
    };

    const taken = await open(most);
    const refused = await open(most + 1);

    expect(taken.answer.location).toContain('notice=created');
    await expectBack(refused.answer, refused.text, words);
    expect(await desk.odoo.model(Ticket).searchCount([['x_name', '=', refused.text]])).toBe(0);
  });

  test.each([
    ['body', TEXT],
    ['body_html', MARKUP],
  ])('the %s of a reply', async (field, most) => {
    const path = `/my/tickets/${await openTicket()}`;
    const reply = async (length: number) => {
      const text = long(length);
      const fields = { body: 'Short', [field]: text };
      return { text, answer: await browser.submit(await browser.get(path), `${path}/reply`, fields) };
    };

    const taken = await reply(most);
    const refused = await reply(most + 1);

    expect(taken.answer.location).toContain('notice=replied');
    await expectBack(refused.answer, field === 'body' ? refused.text : 'Short', 'to 20,000 characters');
    expect(await desk.odoo.model(Message).searchCount([['body', 'like', refused.text.slice(0, 36)]])).toBe(0);
  });

  test('what is said with a rating', async () => {
    const path = `/my/tickets/${await openTicket({ x_state: 'done' })}`;
    const rate = async (feedback: string) =>
      browser.submit(await browser.get(path), `${path}/rate`, { rating: '4', feedback });
    const tooMuch = long(FEEDBACK + 1);

    expect((await rate(long(FEEDBACK))).location).toContain('notice=rated');
    await expectBack(await rate(tooMuch), tooMuch, 'to 2,000 characters');
  });
});

test('twenty are in copy of a ticket, and then nobody else, whoever knows them', async () => {
  const ticket = await openTicket();
  const domain = `${randomUUID()}.example`;
  const ids = await desk.odoo.model(Partner).create(
    Array.from({ length: IN_COPY + 1 }, (_, n) => ({
      name: `Person ${n}`,
      email: `${n}@${domain}`,
      parent_id: ann.companyId,
    })),
  );
  // Whose ticket it is follows it, too.
  const [, ...others] = ids;
  await desk.odoo.call(Ticket.name, 'message_subscribe', [[ticket], others.slice(2)]);
  const path = `/my/tickets/${ticket}/people`;
  const add = async (n: number) =>
    browser.submit(await browser.get(path), `${path}/add`, { email: `${n}@${domain}` });
  const before = (await browser.get(path)).html.match(/name="partner"/g)?.length ?? 0;

  const taken = await add(1);
  const refused = await add(0);

  expect([before, taken.status, refused.status]).toEqual([IN_COPY - 1, 303, 422]);
  expect(refused.html).toContain(`value="0@${domain}"`);
  expect((await browser.get(path)).text).not.toContain('Person 0');
});
