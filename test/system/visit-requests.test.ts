import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { VisitMailEvent } from '../../src/addons/appointments/invites/mails.ts';
import { WEBHOOK_KEY_PARAMETER } from '../../src/addons/appointments/invites/requests.ts';
import { Appointment } from '../../src/addons/appointments/models.ts';
import { createTakeIn } from '../../src/addons/intake/take-in.ts';
import { findExternalIds } from '../../src/odoo/external-ids.ts';
import { createOdoo, type Odoo } from '../../src/odoo/model-api.ts';
import { configured } from '../support/configured.ts';
import { createVisitWorld, type VisitWorld } from '../support/invite-world.ts';
import { type Deployed, startDeployed } from '../support/start-deployed.ts';

/** Appointments that mails and other programs ask for. */
const run = randomUUID().slice(0, 8);
const visits = `visits@${run}.example`;
let deployed: Deployed;
let odoo: Odoo;
let world: VisitWorld;

beforeAll(async () => {
  deployed = await startDeployed({
    on: configured(`appointments: { by_mail: { addresses: [${visits}], words: [booking, "นัดหมาย"] } }`),
  });
  odoo = deployed.backend.odoo;
  world = await createVisitWorld(deployed.backend);
  await odoo.call('ir.config_parameter', 'set_param', ['supportdesk.mail_most_an_hour', '10000']);
});
afterAll(async () => {
  await odoo?.call('ir.config_parameter', 'set_param', ['supportdesk.mail_most_an_hour', '20']);
  await odoo?.call('ir.config_parameter', 'set_param', [WEBHOOK_KEY_PARAMETER, false]);
  await deployed?.backend.close();
});

/** What came of a mail: the drafts of its ticket, and what its sender is told of them. */
async function send(head: Readonly<Record<string, string>>, body = 'Please help.') {
  const ann = `ann.${randomUUID().slice(0, 8)}@client.example`;
  const lines = {
    From: `Ann Archer <${ann}>`,
    To: 'support@desk.example',
    Subject: 'Printer',
    'Message-ID': `<${randomUUID()}@client.example>`,
    'MIME-Version': '1.0',
    'Content-Type': 'text/plain; charset=utf-8',
    ...head,
  };
  const text = Object.entries(lines).map(([name, value]) => `${name}: ${value}`);
  await createTakeIn()(createOdoo(deployed.service), Buffer.from([...text, '', body].join('\r\n')));
  const found = await odoo.model(Appointment).searchRead([['x_customer_id.email', '=', ann]], {
    fields: ['x_status', 'x_created_via', 'x_scheduled_date', 'x_ticket_id', 'x_type_id'],
  });
  const told = await odoo
    .model(VisitMailEvent)
    .searchRead([['x_about_id', 'in', found.map(({ id }) => id)]], { fields: ['x_event'] });
  return { found, told: told.map(({ x_event }) => x_event) };
}

test('a mail to the address for appointments opens its ticket with a draft, and its sender may choose a time', async () => {
  const { found, told } = await send({ To: `Desk <${visits.toUpperCase()}>` });

  expect(found).toMatchObject([{ x_status: 'draft', x_created_via: 'mail', x_scheduled_date: false }]);
  expect(found[0]?.x_ticket_id).toBeTruthy();
  expect(told).toEqual(['visit_choose']);
});

test.each([
  ['a word in its subject', { Subject: 'Booking: a visit, please' }, 'Please.', 1],
  ['a word of its text', {}, 'I would like to make a booking.', 1],
  ['a word of a language without spaces', {}, 'อยากขอนัดหมายช่างครับ', 1],
  ['a longer word', {}, 'Overbookings everywhere', 0],
  ['another mail', { Subject: 'Printer jams' }, 'It jams.', 0],
  ['a machine', { Subject: 'Booking', 'Auto-Submitted': 'auto-generated' }, 'Booking', 0],
] as const)('by words, where they are named: %s', async (_case, head, body, drafts) => {
  expect((await send(head, body)).found).toHaveLength(drafts);
});

async function ask(payload: Readonly<Record<string, unknown>>): Promise<number> {
  const { backend } = deployed;
  const [rule] = await findExternalIds(odoo, ['__supportdesk__.automation_visit_webhook']);
  if (backend.kind === 'live') {
    const [row] = (await odoo.call('base.automation', 'read', [[rule?.recordId], ['url']])) as {
      url: string;
    }[];
    const path = new URL(row?.url ?? '').pathname;
    const answer = await fetch(new URL(path, backend.settings.ODOO_URL), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(payload),
    });
    return answer.status;
  }
  // The emulator has no such door: what Odoo would evaluate is asked for itself.
  const [action] = await findExternalIds(odoo, ['__supportdesk__.action_visit_webhook']);
  const context = { supportdesk_visit_request: payload };
  const found = await odoo.call('ir.actions.server', 'run', [[action?.recordId]], { context });
  return (found as { id: number | false }).id === false ? 500 : 200;
}

const drafts = async (email: string) =>
  odoo.model(Appointment).searchRead([['x_customer_id.email', '=', email]], {
    fields: ['x_status', 'x_created_via', 'x_scheduled_date', 'x_priority', 'x_location', 'x_technician_id'],
  });

test('another program asks with a key, once for each request of its own, and gets a draft', async () => {
  const email = `eva.${run}@client.example`;
  const payload = {
    id: `r-${run}`,
    customer_email: email,
    customer_name: 'Eva',
    priority: 'urgent',
    location: 'Dam 1',
    requested_date: 'soon',
    description: 'It <b>jams</b>',
  };
  expect(await ask(payload)).toBe(500);
  await odoo.call('ir.config_parameter', 'set_param', [WEBHOOK_KEY_PARAMETER, 'open sesame']);
  expect(await ask({ ...payload, key: 'wrong' })).toBe(500);
  expect(await drafts(email)).toEqual([]);

  expect(await ask({ ...payload, key: 'open sesame' })).toBe(200);
  expect(await ask({ ...payload, key: 'open sesame' })).toBe(200);

  expect(await drafts(email)).toMatchObject([
    {
      x_status: 'draft',
      x_created_via: 'api',
      x_scheduled_date: false,
      x_priority: '3',
      x_location: 'Dam 1',
    },
  ]);
});

test('the time that it wants is kept where somebody is free then, in the clock that it names or the company’s', async () => {
  await odoo.call('ir.config_parameter', 'set_param', [WEBHOOK_KEY_PARAMETER, 'open sesame']);
  const [kind] = (await odoo.call('x_support.appointment.type', 'search_read', [
    [['x_is_public', '=', true]],
    ['x_name'],
    0,
    1,
  ])) as { id: number; x_name: string }[];
  await world.createWorker();
  const slots = (await odoo.call(
    'ir.actions.server',
    'run',
    [[(await findExternalIds(odoo, ['__supportdesk__.action_free_slots']))[0]?.recordId]],
    {
      context: {
        supportdesk_free_slots: {
          type: kind?.id,
          technician: 0,
          customer: 0,
          appointment: 0,
          from: false,
          days: 14,
          limit: 3,
        },
      },
    },
  )) as { slots: readonly { begin: number }[] };
  const begin = slots.slots.at(-1)?.begin ?? 0;
  expect(begin).toBeGreaterThan(0);
  const email = `eva2.${run}@client.example`;

  const iso = new Date((begin + 3600) * 1000).toISOString().slice(0, 19);
  expect(await ask({ key: 'open sesame', customer_email: email, requested_date: `${iso}+01:00` })).toBe(200);

  expect(await drafts(email)).toMatchObject([
    {
      x_status: 'draft',
      x_scheduled_date: new Date(begin * 1000).toISOString().slice(0, 19).replace('T', ' '),
      x_technician_id: expect.any(Array),
    },
  ]);
});
