import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { Category, CategoryTicket } from '../../src/addons/categories/models.ts';
import { Team } from '../../src/addons/teams/models.ts';
import { TicketLink } from '../../src/addons/tickets/link-model.ts';
import { Ticket } from '../../src/addons/tickets/models.ts';
import { Attachment, Message } from '../../src/odoo/builtin-models.ts';
import { type Customer, createCustomer } from '../support/create-customer.ts';
import { createSpoiler, type ReadValue } from '../support/spoil-values.ts';
import { type HelpDesk, startHelpDesk } from '../support/start-help-desk.ts';
import type { Answer, Visitor } from '../support/visitor.ts';

const spoiler = createSpoiler();
const publicUrl = 'https://support.example.com';
let desk: HelpDesk;
let ann: Customer;
let browser: Visitor;
let ids: readonly number[];
/** The page of the ticket in the middle, its other pages, and its page by a link. */
let page: string;
let besides: readonly string[];
let byLink: string;

beforeAll(async () => {
  desk = await startHelpDesk({ publicUrl }, spoiler.wrap);
  ann = await createCustomer(desk.odoo, 'Ann Archer');
  const [team] = await desk.odoo.model(Team).create([{ x_name: 'Pumps', x_is_public: true }]);
  const [category] = await desk.odoo.model(Category).create([{ x_name: 'Leaks', x_is_public: true }]);
  ids = await desk.odoo.model(CategoryTicket).create(
    ['Before', 'Between', 'Behind'].map((x_name, index) => ({
      x_name,
      x_partner_id: ann.partnerId,
      x_description: '<p>Something</p>',
      x_opened_at: `2026-01-0${3 - index} 10:00:00`,
      x_sla_deadline: '2026-02-01 10:00:00',
      x_team_id: team ?? 0,
      x_category_id: category ?? 0,
    })),
  );
  const file = { name: 'pump.txt', raw: 'leaks', res_model: Ticket.name, res_id: ids[1] ?? 0 };
  await desk.odoo.call(Ticket.name, 'message_post', [[ids[1]]], {
    body: 'An answer',
    message_type: 'comment',
    subtype_xmlid: 'mail.mt_comment',
    attachment_ids: await desk.odoo.model(Attachment).create([file]),
  });
  browser = await desk.visit(ann);
  page = `/my/tickets/${ids[1]}`;
  besides = [
    ...[`${page}/version`, `${page}/people`, '/my/tickets/similar?subject=Between', '/my/tickets/new'],
    `${page}?earlier=1`,
  ];
  byLink = await makeLink();
});
afterAll(() => desk?.close());
beforeEach(() => spoiler.spoil(undefined));

async function makeLink(): Promise<string> {
  const people = await browser.get(`${page}/people`);
  const { location = '' } = await browser.submit(people, `${page}/people/link`, {});
  const [, path] = new RegExp(`value="${publicUrl}([^"]+)"`).exec((await browser.get(location)).html) ?? [];
  return path ?? '';
}

const one = fc.oneof(
  fc.constantFrom<unknown>(
    ...[false, null, 0, '', 'on_hold', 'constructor', '__proto__', '7', '1-01-01 00:00:00', 'yesterday'],
    ...[{ id: 7, display_name: false }, { id: 'x' }, [7], '9999-12-31 23:59:59', `<fuzz a='b'>`],
    ...[
      { toString: 1 },
      { id: 7, display_name: { toString: 1 } },
      '\ud83d',
      '2026-01-01 10:00:00 on_hold\nx',
    ],
  ),
  fc.jsonValue(),
);
/** What stands in the rows of a file, too. */
const files = fc.array(
  fc.record({ id: fc.integer(), name: one, mimetype: one, file_size: one, type: one, url: one }),
  { minLength: 1, maxLength: 2 },
);
const anything = fc.oneof({ weight: 9, arbitrary: one }, { weight: 1, arbitrary: files });

describe('whatever one value of one ticket is', () => {
  test.each([
    ...['', '?groupby=state', '?groupby=priority', '?groupby=month', '?groupby=team&sortby=deadline'],
    ...['?groupby=category', '?search=Be'],
  ])('the list%s shows all other tickets as they are', async (query) => {
    const before = rowsOf(await browser.get(`/my/tickets${query}`));

    await forAnyValue(isOfTicket, async () => {
      const list = await browser.get(`/my/tickets${query}`);

      return () => {
        expect(list.status).toBe(200);
        expect(list.html).not.toContain('<fuzz');
        const rows = rowsOf(list);
        expect(rows).toHaveLength(3);
        expect([rows[0], rows[2]]).toEqual([before[0], before[2]]);
      };
    });
  });

  test('the file holds all other tickets as they are', async () => {
    const lines = async () => (await browser.get('/my/tickets/tickets.csv')).html.split('\r\n');
    const before = await lines();

    await forAnyValue(isOfTicket, async () => {
      const after = await lines();

      return () => expect([after[0], after[1], after.at(-2)]).toEqual([before[0], before[1], before.at(-2)]);
    });
  });

  test('its pages open, by a link too, and what is left of it is shown', async () => {
    await forAnyValue(isOfTicket, async () => {
      const own = [await browser.get(page), await (await desk.visit()).get(byLink)];
      const others = await getAll(besides);

      return () => {
        for (const { status, text, html } of own) {
          expect([status, html]).toEqual([200, expect.not.stringContaining('<fuzz')]);
          expect(text).toContain('An answer');
        }
        expect(others).toEqual(besides.map((path) => `${path} 200`));
      };
    });
  });
});

test('whatever one value of a message is, the conversation opens, by a link too', async () => {
  await forAnyValue(
    ({ model }) => model === Message.name,
    async () => {
      const own = [await browser.get(page), await (await desk.visit()).get(byLink)];

      return () => {
        for (const { status, text } of own) {
          expect(status).toBe(200);
          expect(text).toContain('Something');
        }
      };
    },
  );
});

/** Who somebody is, what a link is worth and what our actions are called is no matter of looks. */
const PROOFS = ['res.users', 'ir.model.data', TicketLink.name];

test('whatever one value of any other row is, all pages open', async () => {
  await forAnyValue(
    ({ model }) => ![Ticket.name, Message.name, ...PROOFS].includes(model),
    async () => {
      const paths = [page, '/my/tickets', ...besides];
      const answers = await getAll(paths);

      return () => expect(answers).toEqual(paths.map((path) => `${path} 200`));
    },
  );
});

const isOfTicket = ({ model, id }: ReadValue): boolean => model === Ticket.name && id === ids[1];

const getAll = async (paths: readonly string[]): Promise<readonly string[]> =>
  Promise.all(paths.map(async (path) => `${path} ${(await browser.get(path)).status}`));

/** Of all that `visit` reads, found by watching it, one value after the other is another; what it answers checks that. */
async function forAnyValue(
  isMeant: (value: ReadValue) => boolean,
  visit: () => Promise<() => void>,
): Promise<void> {
  const meant = (await spoiler.watch(visit)).filter(isMeant);
  expect(meant).not.toEqual([]);

  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...meant), anything, async (at, value) => {
      const wasSpoilt = spoiler.spoil({ ...at, value });
      const check = await visit();
      expect(wasSpoilt(), `nothing reads ${at.model}.${at.field} any more`).toBe(true);
      check();
    }),
    // A real Odoo takes its time.
    { numRuns: process.env.TEST_BACKEND === 'live' ? 15 : 100 },
  );
}

/** The rows of tickets, as they stand in the page; not the time that passes. */
function rowsOf({ html }: Answer): readonly string[] {
  return html
    .split('<tr')
    .filter((row) => row.includes('sd-cell-reference'))
    .map((row) => (row.split('</tr>')[0] ?? '').replace(/>[^<]*<\/time>/g, ''));
}
