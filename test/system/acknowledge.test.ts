import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Ticket } from '../../src/addons/tickets/models.ts';
import { ticketRoutes } from '../../src/addons/tickets/routes.ts';
import { createOdoo, type Odoo } from '../../src/odoo/model-api.ts';
import { OutboxLine } from '../../src/outbox/outbox-model.ts';
import { countAsRoot } from '../support/count-as-root.ts';
import { createCustomer } from '../support/create-customer.ts';
import { type Interruption, interrupt, Killed } from '../support/interrupt.ts';
import { sendOutbox } from '../support/send-outbox.ts';
import { type Deployed, startDeployed } from '../support/start-deployed.ts';
import { type MailSink, startMailSink } from '../support/start-mail-sink.ts';
import { type RunningPortal, startPortal } from '../support/start-portal.ts';
import { createVisitor, type Visitor } from '../support/visitor.ts';

let deployed: Deployed;
let service: Odoo;
/** What the portal works with: killed, or well. */
let current: Odoo;
let portal: RunningPortal;
let visitor: Visitor;
let sink: MailSink;

beforeAll(async () => {
  deployed = await startDeployed();
  const { backend } = deployed;
  service = createOdoo(deployed.service);
  current = service;
  sink = await startMailSink(backend.odoo);
  portal = await startPortal({
    sessions: backend.sessions,
    service: createOdoo({ call: (...call) => current.call(...call) }),
    routes: [ticketRoutes],
    odooUrl: 'https://desk.example',
    ...(backend.kind === 'live' ? { deadlineMs: 60_000 } : {}),
  });
  visitor = createVisitor(portal.url);
  await visitor.logIn(await createCustomer(backend.odoo, 'Ann Archer'));
});
afterAll(async () => {
  await portal?.close();
  await sink?.close();
  await deployed?.backend.close();
});

/** What came of a form: its tickets, their lines in the outbox, and the mails that were written for them. */
async function count(subject: string) {
  const { odoo } = deployed.backend;
  const tickets = await odoo.model(Ticket).search([['x_name', '=', subject]]);
  const lines = await odoo
    .model(OutboxLine)
    .searchRead([['x_record', 'in', tickets.map((id) => `x_support.ticket,${id}`)]], { fields: ['x_state'] });
  const mails = await countAsRoot(
    odoo,
    'mail.message',
    `[('model', '=', 'x_support.ticket'), ('res_id', 'in', [${tickets.join()}]), ('message_type', '=', 'user_notification')]`,
  );
  if (deployed.backend.kind === 'live') {
    expect(sink.mails.filter((mail) => mail.replaceAll('=\n', '').includes(subject))).toHaveLength(mails);
  }
  return { tickets: tickets.length, lines: lines.map(({ x_state }) => x_state), mails };
}

async function fillIn() {
  const form = await visitor.get('/my/tickets/new');
  const fields = { subject: randomUUID(), description: 'x', priority: '1' };
  return { subject: fields.subject, send: () => visitor.submit(form, '/my/tickets/create', fields) };
}

/** Sends the outbox, and dies meanwhile; then once more, as the next service does. Answers whether death came at all. */
async function sendAndDie(death: Interruption): Promise<boolean> {
  const { odoo, wasHit } = interrupt(service, death);
  await sendOutbox(odoo).catch((error: unknown) => {
    if (!(error instanceof Killed)) throw error;
  });
  // A line whose sending was cut short for its server’s sake waits half a minute.
  await sendOutbox(service, new Date(Date.now() + 60_000));
  return wasHit();
}

const DEATHS = [0, 1, 2, 3, 4].flatMap((after) =>
  [false, true].map((isCarriedOut): Interruption => ({ after, isCarriedOut })),
);

describe('a service that is killed', () => {
  test('while a ticket is opened leaves it with its acknowledgement, or not at all', async () => {
    const outcomes = [];
    for (const death of DEATHS.slice(0, 4)) {
      const { subject, send } = await fillIn();
      const { odoo, wasHit } = interrupt(service, death);
      current = odoo;
      await send();
      current = service;
      await sendOutbox(service);
      outcomes.push(wasHit());

      const { tickets, lines, mails } = await count(subject);
      expect({ death, tickets, lines, mails }).toEqual({
        death,
        tickets,
        lines: Array.from({ length: tickets }, () => 'sent'),
        mails: tickets,
      });
      await send();
      await sendOutbox(service);
      expect({ death, ...(await count(subject)) }).toEqual({ death, tickets: 1, lines: ['sent'], mails: 1 });
    }
    // Opening it is one call.
    expect(outcomes).toEqual([true, true, false, false]);
  });

  test('while it sends the acknowledgement sends it once after all', async () => {
    const outcomes = [];
    for (const death of DEATHS) {
      const { subject, send } = await fillIn();
      await send();

      outcomes.push(await sendAndDie(death));

      expect({ death, ...(await count(subject)) }).toEqual({ death, tickets: 1, lines: ['sent'], mails: 1 });
    }
    expect(outcomes.filter(Boolean)).toHaveLength(6);
  });
});

test('a form that is sent to two copies of the service at once is acknowledged once', async () => {
  const second = await startPortal({
    sessions: deployed.backend.sessions,
    service,
    routes: [ticketRoutes],
    odooUrl: 'https://desk.example',
  });
  const copies = [visitor, createVisitor(second.url, new Map(visitor.cookies))];
  const form = await visitor.get('/my/tickets/new');
  const fields = { subject: randomUUID(), description: 'x', priority: '1' };

  const answers = await Promise.all(copies.map((copy) => copy.submit(form, '/my/tickets/create', fields)));
  await sendOutbox(service);

  expect(new Set(answers.map(({ location }) => location)).size).toBe(1);
  expect(await count(fields.subject)).toEqual({ tickets: 1, lines: ['sent'], mails: 1 });
  await second.close();
});

test('opening a ticket asks Odoo who it is for, and writes with one call', async () => {
  const { send } = await fillIn();
  await send();
  const { send: again } = await fillIn();
  deployed.backend.watched.clearRequests();

  const answer = await again();

  expect(answer.status).toBe(303);
  const calls = deployed.backend.watched.requests.map(({ path, model, method }) =>
    model ? `${model}.${method}` : path,
  );
  expect(calls).toEqual(['/web/session/get_session_info', 'ir.actions.server.run']);
});
