import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { createClosingJob } from '../../src/addons/closing/job.ts';
import { ClosingRule, ClosingTicket } from '../../src/addons/closing/models.ts';
import { MailEvent } from '../../src/addons/mail/models.ts';
import { Team } from '../../src/addons/teams/models.ts';
import { TicketLink } from '../../src/addons/tickets/link-model.ts';
import { Message, Partner } from '../../src/odoo/builtin-models.ts';
import { OdooClient } from '../../src/odoo/client.ts';
import { createOdoo, type Odoo } from '../../src/odoo/model-api.ts';
import { configured } from '../support/configured.ts';
import { createCustomer } from '../support/create-customer.ts';
import { createTechnician } from '../support/create-technician.ts';
import { runClusterJob } from '../support/run-cluster-job.ts';
import { runServerAction } from '../support/run-server-action.ts';
import { type HelpDesk, startHelpDesk } from '../support/start-help-desk.ts';

let desk: HelpDesk;
let odoo: Odoo;
let technician: Odoo;
let team: number;
let rule: number;
const ids = z.array(z.number());
const HOUR = 3_600_000;

beforeAll(async () => {
  desk = await startHelpDesk({}, undefined, { on: configured(''), languages: ['nl_NL'] });
  odoo = desk.odoo;
  const { login } = await createTechnician(odoo);
  const { transport, settings } = desk.backend;
  technician = createOdoo(
    new OdooClient({ transport, db: settings.ODOO_DB, username: login, password: login }),
  );
  [team = 0] = await odoo.model(Team).create([{ x_name: `Closing ${randomUUID()}` }]);
  // A calendar without hours: every day is a working day, whatever day it is.
  const calendar = await odoo.call('resource.calendar', 'create', [
    { name: 'Always', tz: 'UTC', attendance_ids: [] },
  ]);
  [rule = 0] = await odoo.model(ClosingRule).create([
    {
      x_team_id: team,
      x_chase_days: 2,
      x_close_days: 5,
      x_calendar_id: Number(calendar),
      x_reopen_days: 14,
      x_rating_share: 100,
      x_rating_delay: 24,
      x_rating_pause: 30,
    },
  ]);
  // As if it had been switched on long ago.
  await odoo.model(ClosingRule).write([rule], { x_since: ago(1000), x_rating_since: ago(1000) });
});
afterAll(() => desk?.close());

const format = (date: Date) => date.toISOString().slice(0, 19).replace('T', ' ');
const ago = (hours: number) => format(new Date(Date.now() - hours * HOUR));
const seconds = (moment: string | false | undefined) => (moment ? Date.parse(`${moment}Z`) / 1000 : 0);

interface Waiting {
  readonly id: number;
  readonly customer: { readonly partnerId: number; readonly login: string; readonly password: string };
}

async function openWaiting(answer = 'Which printer is it?'): Promise<Waiting> {
  const customer = await createCustomer(odoo, `Ann ${randomUUID().slice(0, 6)}`);
  const [id = 0] = ids.parse(
    await technician.call(ClosingTicket.name, 'create', [
      [{ x_name: 'Printer jams', x_partner_id: customer.partnerId, x_team_id: team }],
    ]),
  );
  await technician.call(ClosingTicket.name, 'message_post', [[id]], {
    body: answer,
    message_type: 'comment',
    subtype_xmlid: 'mail.mt_comment',
  });
  await technician.call(ClosingTicket.name, 'write', [[id], { x_state: 'waiting' }]);
  return { id, customer };
}

/** As if it had waited for so many hours. */
async function age(id: number, hours: number): Promise<void> {
  const messages = await odoo.model(Message).search([
    ['model', '=', ClosingTicket.name],
    ['res_id', '=', id],
  ]);
  await odoo.call('mail.message', 'write', [messages, { date: ago(hours) }]);
  await odoo
    .model(ClosingTicket)
    .write([id], { x_life: `${ago(hours)} waiting`, x_opened_at: ago(hours + 1) });
}

async function read(id: number) {
  const [row] = await odoo.model(ClosingTicket).searchRead([['id', '=', id]], {
    fields: [
      'x_state',
      'x_closes_at',
      'x_closing_due_at',
      'x_chased_at',
      'x_closing_is_held',
      'x_rating_due_at',
      'x_rating_ask',
      'x_rating',
    ],
  });
  if (!row) throw new Error(`no ticket ${id}`);
  return row;
}

const work = () => runClusterJob(createClosingJob({ odoo }));
const events = async (id: number) =>
  (
    await odoo
      .model(MailEvent)
      .searchRead([['x_ticket_id', '=', id]], { fields: ['x_event', 'x_note'], order: 'id' })
  ).filter(
    ({ x_event }) => !['opened', 'assigned', 'answered_by_desk', 'answered_by_customer'].includes(x_event),
  );

describe('a ticket that waits for its customer', () => {
  test('is chased with the desk’s last answer, closed days later with one mail, and nothing is done twice', async () => {
    const { id } = await openWaiting('Please tell us the <b>room</b>.');
    const before = await read(id);
    expect(seconds(before.x_closes_at) - seconds(before.x_closing_due_at)).toBe(3 * 86_400);
    await work();
    expect(await events(id)).toEqual([]);

    await age(id, 49);
    await Promise.all([work(), work()]);
    await work();

    expect(await events(id)).toMatchObject([
      { x_event: 'reminded', x_note: expect.stringContaining('room') },
    ]);
    const chased = await read(id);
    // Late as it was, three days remain.
    expect(seconds(chased.x_closes_at) - seconds(chased.x_chased_at)).toBe(3 * 86_400);
    expect(chased.x_state).toBe('waiting');

    await age(id, 24 * 6);
    await odoo.model(ClosingTicket).write([id], { x_chased_at: ago(24 * 3 + 1) });
    await Promise.all([work(), work()]);
    await work();

    expect(await read(id)).toMatchObject({
      x_state: 'done',
      x_closes_at: false,
      x_closing_due_at: false,
      x_rating_ask: 'itself',
      x_rating_due_at: false,
    });
    expect((await events(id)).map(({ x_event }) => x_event)).toEqual(['reminded', 'closed']);
  });
});
void Partner;
void TicketLink;
void runServerAction;
