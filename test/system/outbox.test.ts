import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Ticket } from '../../src/addons/tickets/models.ts';
import { Partner } from '../../src/odoo/builtin-models.ts';
import { createOdoo, type Odoo } from '../../src/odoo/model-api.ts';
import { mailKind, mapMail } from '../../src/outbox/mail-kind.ts';
import { createOutboxJob } from '../../src/outbox/outbox-job.ts';
import type { OutboxKind, OutgoingLine } from '../../src/outbox/outbox-kinds.ts';
import { OutboxRefusedError } from '../../src/outbox/outbox-kinds.ts';
import { mapOutboxLine, type NewOutboxLine } from '../../src/outbox/outbox-line.ts';
import { OutboxLine } from '../../src/outbox/outbox-model.ts';
import { countAsRoot } from '../support/count-as-root.ts';
import { createCustomer } from '../support/create-customer.ts';
import { createTechnician } from '../support/create-technician.ts';
import { runClusterJob } from '../support/run-cluster-job.ts';
import { runServerAction } from '../support/run-server-action.ts';
import { type Deployed, startDeployed } from '../support/start-deployed.ts';
import { type MailSink, startMailSink } from '../support/start-mail-sink.ts';

let deployed: Deployed;
let service: Odoo;
let sink: MailSink;
let now = new Date();
const clock = { now: () => now };

beforeAll(async () => {
  deployed = await startDeployed();
  service = createOdoo(deployed.service);
  sink = await startMailSink(deployed.backend.odoo);
});
afterAll(async () => {
  await sink.close();
  await deployed.backend.close();
});

const newKey = () => `trial_${randomBytes(6).toString('hex')}`;

/** As the code of a server action would write it. */
async function write(line: NewOutboxLine, record: string | false = false): Promise<number> {
  const { values } = mapOutboxLine(line);
  const [id = 0] = await service.model(OutboxLine).create([{ ...values, x_kind: 'mail', x_record: record }]);
  return id;
}

async function readLine(id: number) {
  const fields = ['x_state', 'x_attempts', 'x_next_at', 'x_error', 'x_sent_at', 'x_kind'] as const;
  const [line] = await service.model(OutboxLine).read([id], fields);
  return line;
}

async function writeMail(email: string | false) {
  const { odoo } = deployed.backend;
  const [partner = 0] = await odoo.model(Partner).create([{ name: 'Ann', email }]);
  const [ticket = 0] = await odoo.model(Ticket).create([{ x_name: 'Printer', x_partner_id: partner }]);
  const key = newKey();
  const mail = {
    to: [partner],
    subject: `We have it ${key}`,
    text: 'Your <ticket> is here',
    domain: 'desk.example',
  };
  const line = await write(mapMail(key, mail), `x_support.ticket,${ticket}`);
  return { key, line, partner, ticket };
}

const sendAll = (kinds: readonly OutboxKind[] = [mailKind], odoo = service) =>
  runClusterJob(createOutboxJob({ odoo, clock, kinds }));

const countMessages = (key: string) =>
  countAsRoot(
    deployed.backend.odoo,
    'mail.message',
    `[('message_id', '=', '<supportdesk-${key}@desk.example>')]`,
  );

describe('a mail of ours', () => {
  test('is sent once, as itself, and its line says so', async () => {
    const { key, line } = await writeMail('ann@example.com');

    await sendAll();
    await sendAll();

    expect(await readLine(line)).toMatchObject({ x_state: 'sent', x_attempts: 1, x_error: false });
    expect(await countMessages(key)).toBe(1);
    if (deployed.backend.kind === 'live') {
      const mails = sink.mails.filter((mail) => mail.includes(key));
      expect(mails).toHaveLength(1);
      expect(mails[0]).toMatch(new RegExp(`^Message-Id: <supportdesk-${key}@desk.example>`, 'im'));
      expect(mails[0]).toMatch(/^To: .*ann@example\.com/m);
    }
  });

  test('that was sent when the service was killed is not sent a second time', async () => {
    const { key, line } = await writeMail('ann@example.com');
    let isKilled = false;
    const dying = createOdoo({
      async call(model, method, ...rest) {
        if (isKilled || (model === OutboxLine.name && method === 'write')) {
          isKilled = true;
          throw new Error('killed');
        }
        return service.call(model, method, ...rest);
      },
    });
    await expect(sendAll([mailKind], dying)).rejects.toThrow('killed');
    expect(await readLine(line)).toMatchObject({ x_state: 'waiting', x_attempts: 0 });

    await sendAll();

    expect(await readLine(line)).toMatchObject({ x_state: 'sent' });
    expect(await countMessages(key)).toBe(1);
    if (deployed.backend.kind === 'live')
      expect(sink.mails.filter((mail) => mail.includes(key))).toHaveLength(1);
  });

  test('that does not get out waits, is tried again, and then is the same mail', async () => {
    const { key, line, partner } = await writeMail(false);

    await sendAll();
    const first = await readLine(line);
    await sendAll();
    expect(first).toMatchObject({ x_state: 'waiting', x_attempts: 1, x_next_at: expect.any(String) });
    expect(await readLine(line)).toMatchObject({ x_attempts: 1 });
    now = new Date(now.getTime() + 60_000);
    await deployed.backend.odoo.model(Partner).write([partner], { email: 'late@example.com' });
    await sendAll();

    expect(await readLine(line)).toMatchObject({ x_state: 'sent', x_attempts: 2, x_error: false });
    expect(await countMessages(key)).toBe(1);
    if (deployed.backend.kind === 'live')
      expect(sink.mails.filter((mail) => mail.includes(key))).toHaveLength(1);
  });

  test.runIf(process.env.TEST_BACKEND === 'live')('is sent once its server takes it again', async () => {
    const { key, line } = await writeMail('ann@example.com');
    sink.refuse(true);
    await sendAll();
    expect(await readLine(line)).toMatchObject({
      x_state: 'waiting',
      x_error: expect.stringContaining('451'),
    });
    sink.refuse(false);
    now = new Date(now.getTime() + 60_000);

    await sendAll();

    expect(await readLine(line)).toMatchObject({ x_state: 'sent', x_attempts: 2 });
    expect(sink.mails.filter((mail) => mail.includes(key))).toHaveLength(1);
  });

  test('whose ticket has gone is given up at once', async () => {
    const { line, ticket } = await writeMail('ann@example.com');
    await service.model(OutboxLine).write([line], { x_record: false });
    await deployed.backend.odoo.model(Ticket).unlink([ticket]);

    await sendAll();

    expect(await readLine(line)).toMatchObject({
      x_state: 'failed',
      x_error: expect.stringContaining('gone'),
    });
  });
});

describe('lines', () => {
  const sent: OutgoingLine[] = [];
  /** Sends everything but what its payload says is broken. */
  const trial: OutboxKind = {
    name: 'mail',
    async send(line) {
      const { fails } = line.payload as { fails?: 'once' | 'for good' };
      if (fails === 'for good') throw new OutboxRefusedError('never', 'Give it up.');
      if (fails) throw new Error('not now');
      sent.push(line);
    },
  };
  const lineOf = (payload: object): NewOutboxLine => ({
    kind: 'mail',
    key: newKey(),
    name: 'Trial',
    payload,
  });

  test('that cannot be sent hold none of the others back', async () => {
    const ids = [
      await write(lineOf({ fails: 'once' })),
      await write(lineOf({ fails: 'for good' })),
      await write(lineOf({ number: 3 })),
    ];

    await sendAll([trial]);

    expect(await Promise.all(ids.map(readLine))).toMatchObject([
      { x_state: 'waiting', x_attempts: 1, x_error: 'not now' },
      { x_state: 'failed', x_error: 'never\n→ Give it up.' },
      { x_state: 'sent' },
    ]);
    expect(sent.at(-1)).toMatchObject({ payload: { number: 3 }, record: undefined });
  });

  test('that are tried in vain for two days wait for people', async () => {
    const line = await write(lineOf({ fails: 'once' }));

    for (let attempt = 0; attempt < 17; attempt += 1) {
      await sendAll([trial]);
      now = new Date(now.getTime() + 7 * 60 * 60_000);
    }

    expect(await readLine(line)).toMatchObject({ x_state: 'failed', x_attempts: 17, x_next_at: false });
  });

  test('are asked for in one call where there are none', async () => {
    const job = createOutboxJob({ odoo: service, clock, kinds: [trial] });
    await runClusterJob(job);
    deployed.backend.watched.clearRequests();

    expect(await job.isNeeded?.(new AbortController().signal)).toBe(false);

    expect(deployed.backend.watched.requests).toHaveLength(1);
  });

  test('are sent now, or given up, by a button of the administrators', async () => {
    const { odoo } = deployed.backend;
    const [again, never] = [
      await write(lineOf({ fails: 'for good' })),
      await write(lineOf({ fails: 'for good' })),
    ];
    await sendAll([trial]);

    await runServerAction(odoo, 'action_outbox_retry', OutboxLine.name, [again]);
    await runServerAction(odoo, 'action_outbox_dismiss', OutboxLine.name, [never]);

    expect(await readLine(again)).toMatchObject({ x_state: 'waiting', x_attempts: 0, x_error: false });
    expect(await readLine(never)).toMatchObject({ x_state: 'dismissed' });
    await expect(
      runServerAction(service, 'action_outbox_retry', OutboxLine.name, [again]),
    ).rejects.toMatchObject({ code: 'odoo_access_error' });
    await sendAll([trial]);
  });

  test('are there for administrators, and for nobody else', async () => {
    const { backend } = deployed;
    const id = await write(lineOf({}));
    const customer = await createCustomer(backend.odoo, 'Ann');
    const technician = await createTechnician(backend.odoo);

    expect(await backend.odoo.model(OutboxLine).read([id], ['x_name'])).toMatchObject([{ x_name: 'Trial' }]);
    for (const { login, password } of [customer, technician]) {
      const { sessionId } = await backend.sessions.authenticate(login, password);
      const theirs = createOdoo(backend.sessions.caller({ sessionId, clientAddress: undefined }));
      await expect(theirs.model(OutboxLine).search([])).rejects.toMatchObject({ code: 'odoo_access_error' });
    }
  });
});
