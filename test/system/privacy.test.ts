import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PrivacyRequest } from '../../src/addons/privacy/models.ts';
import { createPrivacyJob, type PrivacyJobOptions } from '../../src/addons/privacy/privacy-job.ts';
import { Ticket } from '../../src/addons/tickets/models.ts';
import { systemClock } from '../../src/lib/clock.ts';
import { Attachment, Message, Partner, User } from '../../src/odoo/builtin-models.ts';
import { createFiles, type Files } from '../../src/odoo/files.ts';
import { createOdoo, type Odoo } from '../../src/odoo/model-api.ts';
import { type Customer, createCustomer } from '../support/create-customer.ts';
import { i18n } from '../support/i18n.ts';
import { openArchive } from '../support/open-archive.ts';
import { runClusterJob } from '../support/run-cluster-job.ts';
import { runServerAction } from '../support/run-server-action.ts';
import type { Backend } from '../support/start-backend.ts';
import { type Deployed, startDeployed } from '../support/start-deployed.ts';

let deployed: Deployed;
let backend: Backend;
let odoo: Odoo;
/** The account of `serve`, with its one group and no more. */
let service: Odoo;
let files: Files;

beforeAll(async () => {
  deployed = await startDeployed();
  ({ backend } = deployed);
  odoo = backend.odoo;
  service = createOdoo(deployed.service);
  files = createFiles({ odoo: service, baseUrl: backend.settings.ODOO_URL, db: backend.settings.ODOO_DB });
});
afterAll(() => backend?.close());

const createJob = (options: Partial<PrivacyJobOptions> = {}) =>
  createPrivacyJob({ odoo: service, files, i18n, clock: systemClock, archiveDays: 14, ...options });

/** What nobody but this customer has. */
const words = () => `w${randomUUID().slice(0, 12)}`;

async function attach(model: string, id: number, name: string, content: string): Promise<number> {
  const [made = 0] = await odoo
    .model(Attachment)
    .create([
      { name, datas: Buffer.from(content).toString('base64'), res_model: model, res_id: id } as never,
    ]);
  return made;
}

const say = (id: number, body: string, values: object = {}) =>
  odoo.call(Ticket.name, 'message_post', [[id]], {
    body,
    message_type: 'comment',
    subtype_xmlid: 'mail.mt_comment',
    ...values,
  }) as Promise<number | readonly number[]>;

interface Told {
  readonly customer: Customer;
  readonly colleague: Customer;
  readonly tickets: readonly number[];
  readonly other: number;
  readonly secret: string;
}

/** A customer with two closed tickets, words on a colleague’s, a note, files, time and a phone number. */
async function createStory(): Promise<Told> {
  const secret = words();
  const colleague = await createCustomer(odoo, 'Carl Colleague');
  const customer = await createCustomer(odoo, `Petra ${secret}`, colleague.companyId);
  await odoo.model(Partner).write([customer.partnerId], { phone: `+31 20 ${secret}`, mobile: secret });
  const tickets = await odoo.model(Ticket).create([
    {
      x_name: `Beamer ${secret}`,
      x_description: `<p>It is broken, ${secret}</p>`,
      x_partner_id: customer.partnerId,
    },
    { x_name: `Mouse ${secret}`, x_partner_id: customer.partnerId },
  ]);
  const [first = 0] = tickets;
  const photo = await attach(Ticket.name, first, `photo ${secret}.txt`, `photo of ${secret}`);
  await odoo.call(Ticket.name, 'write', [[first], { x_file_ids: [[6, 0, [photo]]] }]);
  const note = await attach(Ticket.name, first, 'internal.txt', `internal file ${secret}`);
  await say(first, `<p>Answered: ${secret}</p>`, { author_id: customer.partnerId });
  await say(first, `<p>A note about ${secret}</p>`, {
    subtype_xmlid: 'mail.mt_note',
    attachment_ids: [note],
  });
  await odoo.call('x_support.time', 'create', [
    [{ x_ticket_id: first, x_hours: 1.5, x_note: `talked with ${secret}` }],
  ]);
  const [other = 0] = await odoo
    .model(Ticket)
    .create([{ x_name: 'Of a colleague', x_partner_id: colleague.partnerId }]);
  await odoo.call(Ticket.name, 'write', [[other], { x_contact_ids: [[4, customer.partnerId]] }]);
  await say(other, `<p>I have that, too: ${secret}</p>`, { author_id: customer.partnerId });
  await say(other, '<p>Mine is worse</p>', { author_id: colleague.partnerId });
  await odoo.model(Ticket).write(tickets, { x_state: 'done' });
  return { customer, colleague, tickets, other, secret };
}

async function request(contact: number, values: object): Promise<number> {
  const [id = 0] = (await odoo.call(PrivacyRequest.name, 'create', [
    [{ x_partner_id: contact, ...values }],
  ])) as readonly number[];
  return id;
}

const confirm = (id: number) => runServerAction(odoo, 'action_privacy_confirm', PrivacyRequest.name, [id]);

const readRequest = async (id: number) => {
  const [row] = await odoo.model(PrivacyRequest).searchRead([['id', '=', id]], {
    fields: [
      'x_name',
      'x_state',
      'x_error',
      'x_counts',
      'x_file_ids',
      'x_preview',
      'x_is_blocked',
      'x_partner_id',
    ],
    context: { active_test: false },
  });
  if (!row) throw new Error('the request is gone');
  return row;
};

async function readArchives(id: number) {
  const { x_file_ids } = await readRequest(id);
  const opened: (readonly [string, Buffer])[] = [];
  for (const file of x_file_ids) {
    const { body } = await files.download(file);
    const pieces: Buffer[] = [];
    for await (const piece of body) pieces.push(Buffer.from(piece));
    opened.push(...(await openArchive(Buffer.concat(pieces))));
  }
  return { count: x_file_ids.length, files: new Map(opened) };
}

/** Where in all of Odoo’s words of the desk a text stands. */
async function findTraces(secret: string): Promise<readonly string[]> {
  const fields = (await odoo.call('ir.model.fields', 'search_read', [
    [
      ['store', '=', true],
      ['ttype', 'in', ['char', 'text', 'html']],
      '|',
      ['model', '=like', 'x_support.%'],
      [
        'model',
        'in',
        ['mail.message', 'mail.mail', 'mail.tracking.value', 'res.partner', 'ir.attachment', 'mail.activity'],
      ],
    ],
    ['model', 'name'],
  ])) as readonly { readonly model: string; readonly name: string }[];
  const found: string[] = [];
  for (const { model, name } of fields) {
    const count = await odoo.call(model, 'search_count', [[[name, 'ilike', secret]]], {
      context: { active_test: false },
    });
    if (Number(count) > 0) found.push(`${model}.${name}`);
  }
  return found;
}

describe('an archive', () => {
  test('holds everything, what is internal in a folder of its own, and is removed after its days', async () => {
    const { customer, tickets, secret } = await createStory();
    const id = await request(customer.partnerId, { x_kind: 'export' });
    await confirm(id);

    await runClusterJob(createJob());

    const [ticket] = await odoo
      .model(Ticket)
      .searchRead([['id', '=', tickets[0] ?? 0]], { fields: ['x_ticket_ref'] });
    const page = `tickets/${ticket?.x_ticket_ref}`;
    const { count, files: archive } = await readArchives(id);
    const text = (name: string) => archive.get(name)?.toString() ?? '';
    expect(await readRequest(id)).toMatchObject({ x_state: 'ready', x_error: false });
    expect(count).toBe(1);
    expect(text('index.html')).toContain(`${page}.html`);
    expect(text('contact.html')).toContain(`+31 20 ${secret}`);
    expect(text(`${page}.html`)).toContain(`It is broken, ${secret}`);
    expect(text(`${page}.html`)).toContain(`Answered: ${secret}`);
    expect(text(`${page}.html`)).not.toContain('A note about');
    expect(text(`internal/${page}.html`)).toContain(`A note about ${secret}`);
    expect(text(`internal/${page}.html`)).toContain(`talked with ${secret}`);
    expect(text('words-1.html')).toContain(`I have that, too: ${secret}`);
    expect(text('words-1.html')).not.toContain('Mine is worse');
    expect(JSON.parse(text(`${page}.json`))).toMatchObject({
      messages: expect.arrayContaining([
        expect.objectContaining({ body: expect.stringContaining(`Answered: ${secret}`) }),
      ]),
    });
    const names = [...archive.keys()];
    const photo = names.find((name) => /^files\/\d+-photo/.test(name)) ?? '';
    expect(text(photo)).toBe(`photo of ${secret}`);
    expect(names.filter((name) => name.endsWith('internal.txt'))).toEqual([
      expect.stringMatching(/^internal\/files\//),
    ]);
    expect([...archive.values()].join('')).not.toMatch(/access_token|x_secret/);

    await odoo.model(PrivacyRequest).write([id], { x_expires_at: '2020-01-01 00:00:00' });
    await runClusterJob(createJob());
    expect(await readRequest(id)).toMatchObject({ x_state: 'expired', x_file_ids: [] });
  });

  test('comes in parts where Odoo takes no more at once, without what is internal where nobody wants it', async () => {
    const { customer } = await createStory();
    const id = await request(customer.partnerId, { x_kind: 'export', x_with_internal: false });
    await confirm(id);

    await runClusterJob(createJob({ partSize: 20_000 }));

    const { count, files: archive } = await readArchives(id);
    expect(count).toBeGreaterThan(1);
    expect([...archive.keys()].filter((name) => name.startsWith('internal/'))).toEqual([]);
    expect(archive.has('index.html')).toBe(true);
  });
});

describe('forgetting', () => {
  test('leaves numbers and dates, and no word of the person anywhere', async () => {
    const { customer, colleague, tickets, other, secret } = await createStory();
    const before = await odoo.model(Ticket).searchRead([['id', 'in', tickets]], {
      fields: ['x_ticket_ref', 'x_opened_at', 'x_closed_at', 'x_state', 'x_priority', 'x_is_answered'],
    });
    const id = await request(customer.partnerId, { x_kind: 'forget' });
    await expect(confirm(id)).rejects.toThrow(/confirm/);
    await odoo.model(PrivacyRequest).write([id], { x_typed: customer.login.toUpperCase() });
    await confirm(id);

    // One ticket a step; the first run dies after two.
    const killed = new AbortController();
    let steps = 0;
    const dying = createOdoo({
      call: async (model, method, ...rest) => {
        const answer = await deployed.service.call(model, method, ...rest);
        if (JSON.stringify(rest).includes('supportdesk_privacy_forget') && ++steps === 2) killed.abort();
        return answer;
      },
    });
    await expect(runClusterJob(createJob({ odoo: dying, batchSize: 1 }), killed.signal)).rejects.toThrow();
    expect(await readRequest(id)).toMatchObject({ x_state: 'running' });
    await runClusterJob(createJob({ batchSize: 1 }));

    expect(await readRequest(id)).toMatchObject({
      x_error: false,
      x_state: 'done',
      x_name: expect.stringContaining(`Contact ${customer.partnerId}`),
    });
    expect(await findTraces(secret)).toEqual([]);
    expect(
      await odoo.model(Ticket).searchRead([['id', 'in', tickets]], {
        fields: ['x_ticket_ref', 'x_opened_at', 'x_closed_at', 'x_state', 'x_priority', 'x_is_answered'],
      }),
    ).toEqual(before);
    const [hours] = (await odoo.call('x_support.time', 'search_read', [
      [['x_ticket_id', 'in', tickets]],
      ['x_hours', 'x_note'],
    ])) as readonly object[];
    expect(hours).toMatchObject({ x_hours: 1.5, x_note: false });
    const [login] = await odoo.model(User).searchRead([['id', '=', customer.userId]], {
      fields: ['login', 'active'],
      context: { active_test: false },
    });
    expect(login).toMatchObject({ login: `forgotten-${customer.userId}`, active: false });
    // A colleague’s ticket keeps what is the colleague’s.
    const rest = await odoo.model(Message).searchRead(
      [
        ['model', '=', Ticket.name],
        ['res_id', '=', other],
        ['author_id', '=', colleague.partnerId],
      ],
      { fields: ['body'] },
    );
    expect(rest.map(({ body }) => body).join()).toContain('Mine is worse');
  });

  test('waits for tickets that are open, and for whoever else works here', async () => {
    const { customer, tickets } = await createStory();
    await odoo.model(Ticket).write([tickets[0] ?? 0], { x_state: 'in_progress' });
    const id = await request(customer.partnerId, { x_kind: 'forget', x_typed: customer.login });

    const { x_is_blocked, x_preview } = await readRequest(id);
    expect(x_is_blocked).toBe(true);
    expect(x_preview).toContain('1 not finished');
    await expect(confirm(id)).rejects.toThrow(/Not yet possible/);
    const company = await request(customer.companyId, { x_kind: 'forget' });
    expect((await readRequest(company)).x_preview).toContain('2 people');
  });
});
