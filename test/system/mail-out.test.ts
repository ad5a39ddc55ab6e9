import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { mapMailEvent } from '../../src/addons/mail/fire-event.ts';
import { describeEvent, EVENT_NAMES, type MailEventName } from '../../src/addons/mail/matrix.ts';
import { MailBlock, MailEvent } from '../../src/addons/mail/models.ts';
import { Team, TeamTicket } from '../../src/addons/teams/models.ts';
import { Ticket } from '../../src/addons/tickets/models.ts';
import { REPLY_ADDRESS_PYTHON } from '../../src/addons/tickets/reply-address.ts';
import { Partner, User } from '../../src/odoo/builtin-models.ts';
import { OdooClient } from '../../src/odoo/client.ts';
import { findExternalIds } from '../../src/odoo/external-ids.ts';
import { createOdoo, type Odoo } from '../../src/odoo/model-api.ts';
import { importContext, importRecords } from '../../src/sync/import-records.ts';
import { configured } from '../support/configured.ts';
import { createCustomer } from '../support/create-customer.ts';
import { createTechnician } from '../support/create-technician.ts';
import { runServerAction } from '../support/run-server-action.ts';
import { sendMails } from '../support/send-mails.ts';
import { type HelpDesk, startHelpDesk } from '../support/start-help-desk.ts';
import { type MailSink, startMailSink } from '../support/start-mail-sink.ts';

let desk: HelpDesk;
let sink: MailSink;
let odoo: Odoo;
let tom: Person;
let lea: Person;
let team: number;
/** What a technician does in Odoo. */
let technician: Odoo;

interface Person {
  readonly partnerId: number;
  readonly userId: number;
  readonly login: string;
}

beforeAll(async () => {
  desk = await startHelpDesk({}, undefined, { on: configured(''), languages: ['nl_NL'] });
  odoo = desk.odoo;
  sink = await startMailSink(odoo);
  tom = await createPerson();
  lea = await createPerson();
  const { transport, settings } = desk.backend;
  const account = { username: tom.login, password: tom.login };
  technician = createOdoo(new OdooClient({ transport, db: settings.ODOO_DB, ...account }));
  [team = 0] = await odoo
    .model(Team)
    .create([
      { x_name: `Helpdesk ${randomUUID()}`, x_member_ids: [[6, 0, [tom.userId]]], x_leader_id: lea.userId },
    ]);
  await odoo.call(Team.name, 'write', [[team], { x_email: 'support@school.example' }]);
});
afterAll(async () => {
  await sink?.close();
  await desk?.close();
});

async function createPerson(): Promise<Person> {
  const { login } = await createTechnician(odoo);
  const [user] = await odoo.model(User).searchRead([['login', '=', login]], { fields: ['partner_id'] });
  return { login, userId: user?.id ?? 0, partnerId: user?.partner_id[0] ?? 0 };
}

async function createContact(name: string, values: object = {}): Promise<number> {
  const email = `${randomUUID()}@client.example`;
  const ids = await odoo.call(Partner.name, 'create', [[{ name, email, ...values }]]);
  return z.array(z.number()).parse(ids)[0] ?? 0;
}

async function openTicket(values: Readonly<Record<string, unknown>>): Promise<number> {
  const ids = await technician.call(Ticket.name, 'create', [
    [{ x_name: 'Printer jams', x_team_id: team, ...values }],
  ]);
  return z.array(z.number()).parse(ids)[0] ?? 0;
}

const Mail = z.object({
  subject: z.string().or(z.literal(false)),
  body: z.string(),
  reply_to: z.string().or(z.literal(false)),
  email_from: z.string().or(z.literal(false)),
  message_type: z.string(),
  is_internal: z.boolean(),
  subtype_id: z.tuple([z.number(), z.string()]),
  author_id: z.tuple([z.number(), z.string()]).or(z.literal(false)),
  to: z.array(z.number()),
});

/** The messages of a ticket that were mailed, oldest first, each with whom to. As root: such a message is its readers’ only. */
async function mailsOf(ticket: number): Promise<readonly z.output<typeof Mail>[]> {
  await sendMails(desk.backend);
  const code = `
told = env['mail.notification'].sudo().search([('mail_message_id.model', '=', 'x_support.ticket'), ('mail_message_id.res_id', '=', ${ticket})], order='id')
mails = []
for one in told.mail_message_id.sorted('id'):
    some = told.filtered_domain([('mail_message_id', '=', one.id)])
    mails.append({
        'subject': one.subject, 'body': str(one.body), 'reply_to': one.reply_to, 'email_from': one.email_from,
        'message_type': one.message_type, 'is_internal': one.is_internal,
        'subtype_id': [one.subtype_id.id, one.subtype_id.name],
        'author_id': [one.author_id.id, one.author_id.name] if one.author_id else False,
        'to': [note.res_partner_id.id for note in some],
    })
action = {'mails': mails}`.trim();
  const { mails } = z.object({ mails: z.array(Mail) }).parse(await runCode(code));
  return mails;
}

async function runCode(code: string): Promise<unknown> {
  const [model] = await findExternalIds(odoo, ['__supportdesk__.model__x_support_ticket']);
  const values = { name: 'Try', model_id: model?.recordId, state: 'code', code };
  const [id] = z.array(z.number()).parse(await odoo.call('ir.actions.server', 'create', [[values]]));
  const answer = await odoo.call('ir.actions.server', 'run', [[id]]);
  await odoo.call('ir.actions.server', 'unlink', [[id]]);
  return answer;
}

describe('a new ticket', () => {
  test('is acknowledged in public, from the team’s address, to be answered there, under its reference', async () => {
    const ann = await createContact('Ann Archer');

    const ticket = await openTicket({ x_partner_id: ann });

    const [row] = await odoo.model(Ticket).read([ticket], ['x_ticket_ref']);
    const mails = await mailsOf(ticket);
    expect(mails).toHaveLength(1);
    expect(mails[0]).toMatchObject({
      to: [ann],
      subject: `[${row?.x_ticket_ref}] Printer jams`,
      message_type: 'auto_comment',
      is_internal: false,
      subtype_id: [expect.any(Number), 'Discussions'],
      email_from: expect.stringMatching(/<support@school\.example>$/),
      reply_to: expect.stringMatching(new RegExp(`<support\\+t${ticket}-[0-9a-f]{16}@school\\.example>$`)),
      body: expect.stringContaining('Hello Ann Archer'),
    });
    if (desk.backend.kind === 'emulator') return;
    const sent = sink.mails.filter((mail) => mail.includes(`t${ticket}-`)).join('\n');
    expect(sent).toContain('Auto-Submitted: auto-generated');
    expect(sent).toContain('X-Auto-Response-Suppress: All');
    expect(sent).not.toContain('Internal communication');
  });

  test('is acknowledged in its customer’s language', async () => {
    const pia = await createContact('Pia Peeters', { lang: 'nl_NL' });

    const mails = await mailsOf(await openTicket({ x_partner_id: pia }));

    expect(mails[0]?.body).toContain('Bedankt voor je bericht');
  });

  test('is told to the team, but not to whoever made it, nor a second time', async () => {
    const ann = await createContact('Ann Archer');
    const [ticket = 0] = await odoo
      .model(TeamTicket)
      .create([{ x_name: 'Beamer is dark', x_partner_id: ann, x_team_id: team }]);

    expect((await mailsOf(ticket)).map(({ to, is_internal }) => ({ to, is_internal }))).toEqual([
      { to: [ann], is_internal: false },
      { to: [tom.partnerId], is_internal: true },
    ]);
    expect(await mailsOf(ticket)).toHaveLength(2);
  });

  test('of many in one call is told as one alone is, and each once', async () => {
    const [ann, bob] = [await createContact('Ann Archer'), await createContact('Bob Baker')];
    const customers = [ann, bob, undefined, ann];
    const ids = z.array(z.number()).parse(
      await technician.call(Ticket.name, 'create', [
        customers.map((x_partner_id, index) => ({
          x_name: `Printer ${index}`,
          x_team_id: team,
          x_partner_id,
          ...(index === 0 ? { x_user_id: lea.userId } : {}),
        })),
      ]),
    );
    const told = async (event: string) => {
      const rows = await odoo.model(MailEvent).searchRead([['x_ticket_id', 'in', ids]], {
        fields: ['x_event', 'x_ticket_id', 'x_told_ids'],
        order: 'id',
      });
      return rows
        .filter(({ x_event }) => x_event === event)
        .map(({ x_ticket_id, x_told_ids }) => [x_ticket_id ? ids.indexOf(x_ticket_id[0]) : -1, x_told_ids])
        .sort(([a], [b]) => Number(a) - Number(b));
    };

    await sendMails(desk.backend);

    expect(await told('opened')).toEqual([
      [0, [ann]],
      [1, [bob]],
      [3, [ann]],
    ]);
    expect(await told('assigned')).toEqual([[0, [lea.partnerId]]]);

    await technician.call(Ticket.name, 'write', [ids, { x_user_id: lea.userId }]);
    await sendMails(desk.backend);

    expect(await told('assigned')).toEqual([0, 1, 2, 3].map((index) => [index, [lea.partnerId]]));
  });

  test('is one line of what was told, though its customer is found later; and none where nobody was to be told', async () => {
    const linesOf = (id: number) =>
      odoo
        .model(MailEvent)
        .searchRead([['x_ticket_id', '=', id]], { fields: ['x_event', 'x_state', 'x_told'] });
    const [ticket = 0] = await odoo.model(TeamTicket).create([{ x_name: 'Beamer is dark', x_team_id: team }]);
    expect((await mailsOf(ticket)).map(({ to }) => to)).toEqual([[tom.partnerId]]);
    const ann = await createContact('Ann Archer');
    await odoo.model(TeamTicket).write([ticket], { x_partner_id: ann });

    expect((await mailsOf(ticket)).map(({ to }) => to)).toEqual([[tom.partnerId], [ann]]);
    const [line, ...others] = await linesOf(ticket);
    expect(line).toMatchObject({ x_event: 'opened', x_state: 'sent' });
    expect(String(line?.x_told).split('\n')).toEqual([
      expect.stringContaining('Tess'),
      expect.stringContaining('Ann'),
    ]);
    expect(others).toEqual([]);

    const quiet = await openTicket({});
    expect(await mailsOf(quiet)).toEqual([]);
    expect(await linesOf(quiet)).toEqual([]);
  });

  test('whose customer is found a moment later is acknowledged then, once', async () => {
    const ann = await createContact('Ann Archer');
    const ticket = await openTicket({});
    expect(await mailsOf(ticket)).toEqual([]);

    await technician.model(Ticket).write([ticket], { x_partner_id: ann });

    expect((await mailsOf(ticket)).map(({ to }) => to)).toEqual([[ann]]);
    const bob = await createContact('Bob Baker');
    await technician.model(Ticket).write([ticket], { x_partner_id: bob });
    expect(await mailsOf(ticket)).toHaveLength(1);
  });

  test('that is imported is told to nobody', async () => {
    const ann = await createContact('Ann Archer');
    const externalId = `__mail_out__.ticket_${randomUUID()}`;
    const cells = { x_name: 'Old', 'x_partner_id/.id': String(ann), x_state: 'waiting' };

    const { ids } = await importRecords(odoo, Ticket, [{ externalId, cells }], importContext);

    expect(await mailsOf(ids.get(externalId) ?? 0)).toEqual([]);
  });

  test('keeps its reference where its subject is too long for a line', async () => {
    const ann = await createContact('Ann Archer');
    const ticket = await openTicket({ x_partner_id: ann, x_name: 'very '.repeat(40) });

    const [mail] = await mailsOf(ticket);

    const [row] = await odoo.model(Ticket).read([ticket], ['x_ticket_ref']);
    expect(String(mail?.subject)).toMatch(/^\[.+\] very .*…$/);
    expect(String(mail?.subject)).toContain(String(row?.x_ticket_ref));
    expect(String(mail?.subject).length).toBeLessThanOrEqual(110);
  });
});

describe('what a technician writes', () => {
  const say = (ticket: number, values: object = {}) =>
    technician.call(Ticket.name, 'message_post', [[ticket]], {
      body: 'Pull the lever',
      message_type: 'comment',
      subtype_xmlid: 'mail.mt_comment',
      ...values,
    });

  test('names the ticket once, whatever subject they give it', async () => {
    const ticket = await openTicket({ x_partner_id: await createContact('Ann Archer') });
    const [row] = await odoo.model(Ticket).read([ticket], ['x_ticket_ref']);
    const named = `[${row?.x_ticket_ref}] Printer jams`;
    const before = (await mailsOf(ticket)).length;

    await say(ticket, { subject: named });
    await say(ticket, { subject: `Re: ${named}` });
    await say(ticket, { subject: 'Printer jams' });
    await say(ticket);

    expect((await mailsOf(ticket)).slice(before).map(({ subject }) => subject)).toEqual([
      named,
      `Re: ${named}`,
      named,
      named,
    ]);
  });

  test('is looked for soon, should Odoo die before it has sent it', async () => {
    const ticket = await openTicket({ x_partner_id: await createContact('Ann Archer') });

    await say(ticket);

    const now = Date.now();
    const code = `
queue = env.ref('mail.ir_cron_mail_scheduler_action')
found = env['ir.cron.trigger'].sudo().search([])
action = {'times': [str(one.call_at) for one in found if one.cron_id == queue]}`.trim();
    const { times } = z.object({ times: z.array(z.string()) }).parse(await runCode(code));
    const seconds = times.map((time) => (Date.parse(`${time.replace(' ', 'T')}Z`) - now) / 1000);
    expect(seconds.some((wait) => wait > 30 && wait < 150)).toBe(true);
  });
});

describe('what a customer says on the portal', () => {
  test('goes to everybody who follows but to themselves, and so does what the desk answers', async () => {
    const ann = await createCustomer(odoo, 'Ann Archer');
    const bob = await createContact('Bob Baker');
    const ticket = await openTicket({ x_partner_id: ann.partnerId, x_user_id: lea.userId });
    await technician.call(Ticket.name, 'message_unsubscribe', [[ticket], [tom.partnerId]]);
    await technician.call(Ticket.name, 'message_subscribe', [[ticket], [bob]]);
    const before = (await mailsOf(ticket)).length;
    const browser = await desk.visit(ann);

    const page = await browser.get(`/my/tickets/${ticket}`);
    await browser.submit(page, `/my/tickets/${ticket}/reply`, { body: 'Still jammed' });
    await technician.call(Ticket.name, 'message_post', [[ticket]], {
      body: 'Pull the lever',
      message_type: 'comment',
      subtype_xmlid: 'mail.mt_comment',
    });

    const mails = (await mailsOf(ticket)).slice(before);
    const sorted = (ids: readonly number[]) => [...ids].sort((a, b) => a - b);
    expect(mails.map(({ to, message_type }) => ({ to: sorted(to), message_type }))).toEqual([
      { to: sorted([lea.partnerId, bob]), message_type: 'comment' },
      { to: sorted([ann.partnerId, lea.partnerId, bob]), message_type: 'comment' },
    ]);
  });

  test('is heard by an administrator whose account the service uses', async () => {
    const [admin] = await odoo.model(User).searchRead([['login', '=', 'admin']], { fields: ['partner_id'] });
    const ann = await createContact('Ann Archer');
    const [ticket = 0] = await odoo.model(Ticket).create([{ x_name: 'Door', x_partner_id: ann }]);
    const before = (await mailsOf(ticket)).length;

    await runServerActionWith('action_post_message', {
      supportdesk_message: {
        ticket,
        author: ann,
        login: 'ann@client.example',
        message: { name: `message_${randomUUID()}`, html: '<p>It squeaks</p>', files: [] },
        change: false,
      },
    });

    expect((await mailsOf(ticket)).slice(before).map(({ to }) => to)).toEqual([[admin?.partner_id[0]]]);
  });

  test('closing and rating are noted as done by them, and no mail tells them of it', async () => {
    const ann = await createCustomer(odoo, 'Ann Archer');
    const ticket = await openTicket({ x_partner_id: ann.partnerId });
    const before = (await mailsOf(ticket)).length;
    const browser = await desk.visit(ann);

    const opening = await readNotes(ticket);

    await browser.submit(await browser.get(`/my/tickets/${ticket}`), `/my/tickets/${ticket}/close`, {
      body: '',
    });
    await browser.submit(await browser.get(`/my/tickets/${ticket}`), `/my/tickets/${ticket}/rate`, {
      rating: '4',
      feedback: '',
    });

    const notes = (await readNotes(ticket)).slice(opening.length);
    expect(notes.length).toBeGreaterThan(1);
    expect(new Set(notes)).toEqual(new Set([ann.partnerId]));
    expect(await mailsOf(ticket)).toHaveLength(before);
  });
});

/** Who is said to have made the changes of a ticket that its chatter notes, oldest first. */
async function readNotes(ticket: number): Promise<readonly number[]> {
  const rows = await odoo.call('mail.message', 'search_read', [
    [
      ['model', '=', Ticket.name],
      ['res_id', '=', ticket],
      ['tracking_value_ids', '!=', false],
    ],
    ['author_id'],
    0,
    0,
    'id',
  ]);
  const notes = z.array(z.object({ author_id: z.tuple([z.number(), z.string()]) })).parse(rows);
  return notes.map(({ author_id }) => author_id[0]);
}

async function runServerActionWith(name: string, context: Readonly<Record<string, unknown>>) {
  const [action] = await findExternalIds(odoo, [`__supportdesk__.${name}`]);
  await odoo.call('ir.actions.server', 'run', [[action?.recordId]], { context });
}

describe('who is assigned', () => {
  test('is told once, and not by themselves', async () => {
    const ticket = await openTicket({ x_partner_id: await createContact('Ann Archer') });
    const before = (await mailsOf(ticket)).length;

    await technician.model(Ticket).write([ticket], { x_user_id: lea.userId });
    await technician.model(Ticket).write([ticket], { x_priority: '3' });

    const mails = (await mailsOf(ticket)).slice(before);
    expect(mails.map(({ to, is_internal }) => ({ to, is_internal }))).toEqual([
      { to: [lea.partnerId], is_internal: true },
    ]);
    await technician.model(Ticket).write([ticket], { x_user_id: tom.userId });
    expect(await mailsOf(ticket)).toHaveLength(before + 1);
  });
});

describe('the matrix', () => {
  test.each(EVENT_NAMES.filter((name) => !/^answered|^opened/.test(name)))(
    'tells of “%s” exactly whom it names',
    async (event: MailEventName) => {
      const ann = await createContact('Ann Archer');
      const ticket = await openTicket({ x_partner_id: ann });
      await technician.call(Ticket.name, 'message_subscribe', [[ticket], [await createContact('Bob Baker')]]);
      const before = (await mailsOf(ticket)).length;

      await odoo.model(MailEvent).create([mapMailEvent(event, ticket, { note: '<p>Look here</p>' })]);

      const mails = (await mailsOf(ticket)).slice(before);
      // Nobody is assigned, so the team is asked.
      const people = { customer: ann, copied: 0, assignee: 0, team: tom.partnerId, leader: lea.partnerId };
      const named = describeEvent(event)
        .tells.map((role) => people[role])
        .filter(Boolean);
      expect(mails.flatMap(({ to }) => to).sort()).toEqual([...named].sort());
      for (const { body } of mails) expect(body).toContain('Look here');
    },
  );
});

describe('an address that no person reads', () => {
  test.each(['noreply', 'mailer-daemon', 'bounce-4711'])(
    'like %s@… gets nothing automatic',
    async (local) => {
      const robot = await createContact('Robot', { email: `${local}@${randomUUID()}.example` });

      const ticket = await openTicket({ x_partner_id: robot });

      expect(await mailsOf(ticket)).toEqual([]);
      const [event] = await odoo.model(MailEvent).searchRead([['x_ticket_id', '=', ticket]], {
        fields: ['x_state', 'x_told'],
      });
      expect(event).toMatchObject({
        x_state: 'nobody',
        x_told: expect.stringContaining('no person reads it'),
      });
    },
  );

  test('gets mails again once somebody allows it', async () => {
    const email = `ann.${randomUUID()}@client.example`;
    const ann = await createContact('Ann Archer', { email });
    const [block = 0] = await odoo.model(MailBlock).create([{ x_name: email, x_reason: 'bounced' }]);
    expect(await mailsOf(await openTicket({ x_partner_id: ann }))).toEqual([]);

    await runServerAction(desk.backend.client, 'action_mail_allow_again', MailBlock.name, [block]);

    expect(await mailsOf(await openTicket({ x_partner_id: ann }))).toHaveLength(1);
  });

  test('is found where it answers each of our mails with one of its own', async () => {
    const email = `loop.${randomUUID()}@client.example`;
    const loop = await createContact('Loop', { email });
    for (let round = 0; round < 22; round += 1) await openTicket({ x_partner_id: loop });
    await sendMails(desk.backend);

    const sent = await odoo.model(MailEvent).searchCount([
      ['x_ticket_id.x_partner_id', '=', loop],
      ['x_state', '=', 'sent'],
    ]);
    const blocks = await odoo.model(MailBlock).searchRead([['x_name', '=', email]], { fields: ['x_reason'] });
    expect(sent).toBe(20);
    expect(blocks).toMatchObject([{ x_reason: 'loop' }]);
  });
});

test('a signed address names its ticket, and no other address names one', async () => {
  const code = `${REPLY_ADDRESS_PYTHON}

signed = reply_address(42, 'Support@School.example')
action = {'signed': signed, 'found': [find_replied_ticket(one) for one in [
    signed, signed.upper(), signed.replace('t42-', 't43-'), 'support@school.example', '', '+t42-@x',
]], 'long': reply_address(42, 's' * 50 + '@school.example')}`;

  expect(await runCode(code)).toEqual({
    signed: expect.stringMatching(/^support\+t42-[0-9a-f]{16}@school\.example$/),
    found: [42, 42, false, false, false, false],
    long: `${'s'.repeat(50)}@school.example`,
  });
});
