import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Ticket } from '../../src/addons/tickets/models.ts';
import { ticketRoutes } from '../../src/addons/tickets/routes.ts';
import { createOdoo, type Odoo } from '../../src/odoo/model-api.ts';
import { configured } from '../support/configured.ts';
import { countAsRoot } from '../support/count-as-root.ts';
import { createCustomer } from '../support/create-customer.ts';
import { type Interruption, interrupt } from '../support/interrupt.ts';
import { sendMails } from '../support/send-mails.ts';
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
  deployed = await startDeployed({ on: configured('') });
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

/** What came of a form: its tickets, and the mails that their customer was sent for them. */
async function count(subject: string) {
  const { odoo } = deployed.backend;
  await sendMails(deployed.backend);
  const tickets = await odoo.model(Ticket).search([['x_name', '=', subject]]);
  const mails = await countAsRoot(
    odoo,
    'mail.message',
    `[('model', '=', 'x_support.ticket'), ('res_id', 'in', [${tickets.join()}]), ('message_type', '=', 'auto_comment')]`,
  );
  if (deployed.backend.kind === 'live') {
    expect(sink.mails.filter((mail) => mail.replaceAll('=\n', '').includes(subject))).toHaveLength(mails);
  }
  return { tickets: tickets.length, mails };
}

async function fillIn() {
  const form = await visitor.get('/my/tickets/new');
  const fields = { subject: randomUUID(), description: 'x', priority: '1' };
  return { subject: fields.subject, send: () => visitor.submit(form, '/my/tickets/create', fields) };
}

const DEATHS = [0, 1].flatMap((after) =>
  [false, true].map((isCarriedOut): Interruption => ({ after, isCarriedOut })),
);

test('a service that is killed while a ticket is opened leaves it with its acknowledgement, or not at all', async () => {
  const outcomes = [];
  for (const death of DEATHS) {
    const { subject, send } = await fillIn();
    const { odoo, wasHit } = interrupt(service, death);
    current = odoo;
    await send();
    current = service;
    outcomes.push(wasHit());

    const { tickets, mails } = await count(subject);
    expect({ death, mails }).toEqual({ death, mails: tickets });
    await send();
    expect({ death, ...(await count(subject)) }).toEqual({ death, tickets: 1, mails: 1 });
  }
  // Opening it is one call.
  expect(outcomes).toEqual([true, true, false, false]);
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

  expect(new Set(answers.map(({ location }) => location)).size).toBe(1);
  expect(await count(fields.subject)).toEqual({ tickets: 1, mails: 1 });
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
