import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { Ticket } from '../../src/addons/tickets/models.ts';
import { createCustomer } from '../support/create-customer.ts';
import { type HelpDesk, startHelpDesk } from '../support/start-help-desk.ts';
import type { Visitor } from '../support/visitor.ts';

const SELECTION = 'ir.model.fields.selection';

let desk: HelpDesk;
let browser: Visitor;
let ticket: number;
let added: readonly unknown[];
/** Minutes later, as far as the portal is concerned. */
let minutes = 0;

beforeAll(async () => {
  desk = await startHelpDesk({ clock: { now: () => new Date(Date.now() + minutes * 60_000) } });
  const add = async (field: string, value: string, name: string) => {
    const [field_id] = await fieldsNamed(field);
    return desk.odoo.call(SELECTION, 'create', [[{ field_id, value, name, sequence: 90 }]]);
  };
  added = [await add('x_state', 'on_hold', 'On Hold'), await add('x_priority', '9', 'Catastrophe')].flat();
  const ann = await createCustomer(desk.odoo, 'Ann Archer');
  const [first = 0] = await desk.odoo.model(Ticket).create([
    { x_name: 'Held', x_partner_id: ann.partnerId },
    { x_name: 'Plain', x_partner_id: ann.partnerId, x_opened_at: '2026-01-01 10:00:00' },
  ]);
  ticket = first;
  await desk.odoo.call(Ticket.name, 'write', [
    [ticket],
    { x_state: 'on_hold', x_priority: '9', x_opened_at: '0001-01-01 00:00:00' },
  ]);
  browser = await desk.visit(ann);
});
afterAll(async () => {
  if (added) await desk.odoo.call(SELECTION, 'unlink', [added]);
  await desk?.close();
});
beforeEach(() => {
  minutes += 2;
});

describe('a status and a priority that somebody added in Odoo, and a date in the year 1', () => {
  test('stand in the list by Odoo’s own names, in no colour, asked for at most once a minute', async () => {
    const countQuestions = async () => {
      desk.backend.watched.clearRequests();
      const { status, text, html } = await browser.get('/my/tickets');
      expect(status).toBe(200);
      expect(text).toMatch(/Plain .*Held .*On Hold Catastrophe/);
      expect(html).toMatch(/sd-badge-neutral">On Hold</);
      return desk.backend.watched.requests.filter(({ method }) => method === 'fields_get').length;
    };

    // The service account logs in first.
    await browser.get('/my/tickets');
    minutes += 2;
    expect([await countQuestions(), await countQuestions()]).toEqual([1, 0]);
  });

  test.each(['state', 'priority', 'month'])('gather the list by %s', async (group) => {
    const { status, text } = await browser.get(`/my/tickets?groupby=${group}`);

    expect(status).toBe(200);
    expect(text).toContain('Held');
  });

  test('count among what is open', async () => {
    expect((await browser.get('/my/tickets')).text).toContain('All 2 Open 2 ');
    expect((await browser.get('/my/tickets?filterby=open')).text).toContain('Held');
  });

  test('stand in the file', async () => {
    const { status, html } = await browser.get('/my/tickets/tickets.csv');

    expect(status).toBe(200);
    expect(html).toMatch(/,Held,[^,]*,On Hold,Catastrophe,0001-01-01 00:00,/);
    expect(html).toContain(',Plain,');
  });

  test('stand on the ticket’s page and on its way', async () => {
    const { status, text, html } = await browser.get(`/my/tickets/${ticket}`);

    expect(status).toBe(200);
    expect(text).toMatch(/Held On Hold Catastrophe/);
    expect(html).toMatch(/aria-current="step">\s*<span class="sd-step">On Hold</);
    expect(text).toMatch(/New .*On Hold .*Done/);
  });

  test('are named as they stand in Odoo where it does not tell their names', async () => {
    desk.backend.watched.fail({ times: 1, status: 500, match: { method: 'fields_get' } });

    const { status, text } = await browser.get('/my/tickets');

    expect(status).toBe(200);
    expect(text).toContain('on_hold 9');
  });
});

async function fieldsNamed(name: string): Promise<readonly number[]> {
  const fields = {
    name: 'ir.model.fields',
    fields: { model: { type: 'char' }, name: { type: 'char' } },
  } as const;
  return desk.odoo.model(fields).search([
    ['model', '=', Ticket.name],
    ['name', '=', name],
  ]);
}
