import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Ticket } from '../../src/addons/tickets/models.ts';
import { Partner } from '../../src/odoo/builtin-models.ts';
import { createCustomer } from '../support/create-customer.ts';
import { type HelpDesk, startHelpDesk } from '../support/start-help-desk.ts';
import type { Visitor } from '../support/visitor.ts';

/** What turns the writing direction, and what is no letter: mails and imports of before brought some into Odoo. */
const HIDDEN = ['\u202e', '\u202d', '\u2066', '\u2067', '\u0007', '\u001b'];
const spoilt = (text: string) => text.split('').join(HIDDEN.join(''));
const SUBJECT = 'Invoice.exe';

let desk: HelpDesk;
let browser: Visitor;
let ticket: number;
let pages: Readonly<Record<string, readonly [path: string, words: readonly string[]]>>;

beforeAll(async () => {
  desk = await startHelpDesk();
  const ann = await createCustomer(desk.odoo, 'Ann Archer');
  browser = await desk.visit(ann);
  await desk.odoo.model(Partner).write([ann.partnerId], { name: spoilt('Ann Archer') });
  [ticket = 0] = await desk.odoo.model(Ticket).create([
    {
      x_name: spoilt(SUBJECT),
      x_partner_id: ann.partnerId,
      x_description: `<p>${spoilt('It began')}</p>`,
    },
  ]);
  await desk.odoo.call(Ticket.name, 'message_post', [[ticket]], {
    body: `<p>${spoilt('We look')}</p>`,
    body_is_html: true,
    message_type: 'comment',
    subtype_xmlid: 'mail.mt_comment',
    message_id: `<${randomUUID()}@test>`,
  });
  const people = `/my/tickets/${ticket}/people`;
  await browser.submit(await browser.get(people), `${people}/link`, {});
  const shared = /value="([^"]+\/supportdesk\/ticket\/[^"]+)"/.exec((await browser.get(people)).html)?.[1];
  const all = [SUBJECT, 'It began', 'We look', 'Ann Archer'];
  pages = {
    list: ['/my/tickets', [SUBJECT, 'Ann Archer']],
    ticket: [`/my/tickets/${ticket}`, all],
    people: [people, [SUBJECT]],
    link: [new URL(shared ?? 'none:').pathname, all],
    similar: [`/my/tickets/similar?subject=${encodeURIComponent(spoilt(SUBJECT))}`, []],
    table: ['/my/tickets/tickets.csv', [SUBJECT, 'Ann Archer']],
  };
});
afterAll(() => desk?.close());

test.each(['list', 'ticket', 'people', 'link', 'similar', 'table'])(
  'what hides in Odoo among the letters reaches no reader: %s',
  async (name) => {
    const [path, words] = pages[name] ?? ['', []];

    const { status, html, text } = await browser.get(path);

    expect(status).toBe(200);
    for (const word of words) expect(`${text} ${html}`).toContain(word);
    for (const hidden of HIDDEN) expect(html.includes(hidden), JSON.stringify(hidden)).toBe(false);
  },
);
