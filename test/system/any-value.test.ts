import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { Ticket } from '../../src/addons/tickets/models.ts';
import { Message } from '../../src/odoo/builtin-models.ts';
import type { Sessions } from '../../src/odoo/session.ts';
import { type Customer, createCustomer } from '../support/create-customer.ts';
import { type HelpDesk, startHelpDesk } from '../support/start-help-desk.ts';
import type { Answer, Visitor } from '../support/visitor.ts';

interface Spoilt {
  readonly model: string;
  readonly id: number;
  readonly field: string;
  readonly value: unknown;
}

/** One value that Odoo answers otherwise than it is. */
let spoilt: Spoilt | undefined;
let desk: HelpDesk;
let ann: Customer;
let browser: Visitor;
let ids: readonly number[];

beforeAll(async () => {
  desk = await startHelpDesk({}, spoil);
  ann = await createCustomer(desk.odoo, 'Ann Archer');
  ids = await desk.odoo.model(Ticket).create(
    ['Before', 'Between', 'Behind'].map((x_name, index) => ({
      x_name,
      x_partner_id: ann.partnerId,
      x_description: '<p>Something</p>',
      x_opened_at: `2026-01-0${3 - index} 10:00:00`,
      x_sla_deadline: '2026-02-01 10:00:00',
    })),
  );
  await desk.odoo.call(Ticket.name, 'message_post', [[ids[1]]], {
    body: 'An answer',
    message_type: 'comment',
    subtype_xmlid: 'mail.mt_comment',
  });
  browser = await desk.visit(ann);
});
afterAll(() => desk?.close());
beforeEach(() => {
  spoilt = undefined;
});

const FIELDS = [
  ...['x_name', 'x_ticket_ref', 'x_description', 'x_partner_id', 'x_user_id', 'x_state', 'x_priority'],
  ...['x_sla_deadline', 'x_is_overdue', 'x_opened_at', 'x_started_at', 'x_waiting_at', 'x_closed_at'],
  ...['x_last_message_id', 'x_last_author_id', 'x_is_answered', 'x_updated_at', 'x_rating', 'x_team_id'],
];
const SHOWN = ['date', 'body', 'author_id', 'email_from'];
const anything = fc.oneof(
  fc.constantFrom<unknown>(
    ...[false, null, 0, '', 'on_hold', 'constructor', '__proto__', '7', '1-01-01 00:00:00', 'yesterday'],
    ...[{ id: 7, display_name: false }, { id: 'x' }, [7], '9999-12-31 23:59:59', `<fuzz a='b'>`],
  ),
  fc.jsonValue(),
);

describe('whatever one value of one ticket is', () => {
  test.each(['', '?groupby=state', '?groupby=priority', '?groupby=month', '?groupby=team&sortby=deadline'])(
    'the list%s shows all other tickets as they are',
    async (query) => {
      const before = rowsOf(await browser.get(`/my/tickets${query}`));

      await forAnyValue(Ticket.name, ids[1] ?? 0, FIELDS, async () => {
        const page = await browser.get(`/my/tickets${query}`);

        expect(page.status).toBe(200);
        expect(page.html).not.toContain('<fuzz');
        const rows = rowsOf(page);
        expect(rows).toHaveLength(3);
        expect([rows[0], rows[2]]).toEqual([before[0], before[2]]);
      });
    },
  );

  test('the file holds all other tickets as they are', async () => {
    const lines = async () => (await browser.get('/my/tickets/tickets.csv')).html.split('\r\n');
    const before = await lines();

    await forAnyValue(Ticket.name, ids[1] ?? 0, FIELDS, async () => {
      const after = await lines();

      expect([after[0], after[1], after.at(-2)]).toEqual([before[0], before[1], before.at(-2)]);
    });
  });

  test('its own page opens, and what is left of it is shown', async () => {
    await forAnyValue(Ticket.name, ids[1] ?? 0, FIELDS, async () => {
      const page = await browser.get(`/my/tickets/${ids[1]}`);

      expect(page.status).toBe(200);
      expect(page.text).toContain('An answer');
      expect((await browser.get(`/my/tickets/${ids[1]}/version`)).status).toBe(200);
      expect((await browser.get('/my/tickets/similar?subject=Between')).status).toBe(200);
      expect((await browser.get(`/my/tickets/${ids[1]}/people`)).status).toBe(200);
    });
  });
});

test('whatever one value of a message is, the conversation opens', async () => {
  const [message] = await desk.odoo.model(Message).search(
    [
      ['model', '=', Ticket.name],
      ['res_id', '=', ids[1] ?? 0],
      ['message_type', '=', 'comment'],
    ],
    { limit: 1 },
  );

  await forAnyValue(Message.name, message ?? 0, SHOWN, async () => {
    const page = await browser.get(`/my/tickets/${ids[1]}`);

    expect(page.status).toBe(200);
    expect(page.text).toContain('Something');
  });
});

async function forAnyValue(
  model: string,
  id: number,
  fields: readonly string[],
  check: () => Promise<void>,
): Promise<void> {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...fields), anything, async (field, value) => {
      spoilt = { model, id, field, value };
      await check();
    }),
    // A real Odoo takes its time.
    { numRuns: process.env.TEST_BACKEND === 'live' ? 15 : 150 },
  );
}

/** The customers' own sessions, on which one value is another. */
function spoil(sessions: Sessions): Sessions {
  return {
    ...sessions,
    caller: (...request) => {
      const caller = sessions.caller(...request);
      return {
        async call(model, method, ...rest) {
          const answer = await caller.call(model, method, ...rest);
          return model === spoilt?.model ? spoilAnswer(answer, spoilt) : answer;
        },
      };
    },
  };
}

function spoilAnswer(answer: unknown, { id, field, value }: Spoilt): unknown {
  const page = Page.safeParse(answer);
  const rows = Rows.safeParse(page.data?.records ?? answer).data ?? [];
  const changed = rows.map((row) => (row.id === id && field in row ? { ...row, [field]: value } : row));
  if (page.success) return { ...page.data, records: changed };
  return rows.length > 0 ? changed : answer;
}

const Page = z.looseObject({ records: z.unknown() });
const Rows = z.array(z.looseObject({ id: z.number() }));

/** The rows of tickets, as they stand in the page; not the time that passes. */
function rowsOf({ html }: Answer): readonly string[] {
  return html
    .split('<tr')
    .filter((row) => row.includes('sd-cell-reference'))
    .map((row) => (row.split('</tr>')[0] ?? '').replace(/>[^<]*<\/time>/g, ''));
}
