import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { setUpMail } from '../../src/addons/intake/mail-setup.ts';
import { Intake } from '../../src/addons/intake/models.ts';
import { createTakeIn } from '../../src/addons/intake/take-in.ts';
import { Team, TeamTicket } from '../../src/addons/teams/models.ts';
import { TicketThread } from '../../src/addons/tickets/ticket-thread.ts';
import { Message, User } from '../../src/odoo/builtin-models.ts';
import { OdooClient } from '../../src/odoo/client.ts';
import { createOdoo, type Odoo } from '../../src/odoo/model-api.ts';
import { configured } from '../support/configured.ts';
import { createTechnician } from '../support/create-technician.ts';
import { createSentMails, type SentMail, type SentMails } from '../support/sent-mails.ts';
import { type Deployed, startDeployed } from '../support/start-deployed.ts';
import { type MailSink, startMailSink } from '../support/start-mail-sink.ts';
import { MAILBOX_PASSWORD, type Mailbox, startMailbox } from '../support/start-mailbox.ts';

/**
 * A conversation of a customer who has nothing but mail with technicians who have nothing but Odoo, on a real Odoo over
 * real mail servers: it fetches from a mailbox, and sends to a sink.
 */
const run = randomUUID().slice(0, 8);
const support = `support@${run}.example`;
const ann = `ann@client-${run}.example`;
const cora = `cora@copy-${run}.example`;

let deployed: Deployed;
let odoo: Odoo;
let sink: MailSink;
let mailbox: Mailbox;
let mails: SentMails;
let tom: Technician;
let nina: Technician;
let ticket: number;
/** What Ann was last sent by a person. */
let answered: SentMail;

interface Technician {
  readonly login: string;
  readonly userId: number;
  readonly odoo: Odoo;
}

beforeAll(async () => {
  deployed = await startDeployed({ on: configured('') });
  odoo = deployed.backend.odoo;
  sink = await startMailSink(odoo, `${run}.example`);
  mailbox = await startMailbox();
  mails = createSentMails(deployed.backend, sink);
  tom = await createPerson();
  nina = await createPerson();
  await odoo
    .model(Team)
    .create([{ x_name: `First Line ${run}`, x_member_ids: [[6, 0, [tom.userId, nina.userId]]] }]);
  const imap = `127.0.0.1:${mailbox.port}`;
  const setup = { address: support, team: `First Line ${run}`, imap, ssl: false };
  await setUpMail(odoo, setup, MAILBOX_PASSWORD);
  await odoo.call('res.partner', 'create', [[{ name: 'Ann Archer', email: ann }]]);
});
afterAll(async () => {
  const servers = await odoo?.call('fetchmail.server', 'search', [[['user', '=', support]]]);
  await odoo?.call('fetchmail.server', 'unlink', [servers]);
  await mailbox?.close();
  await sink?.close();
  await deployed?.backend.close();
});

async function createPerson(): Promise<Technician> {
  const { login } = await createTechnician(odoo);
  const [userId = 0] = await odoo.model(User).search([['login', '=', login]]);
  const { transport, settings } = deployed.backend;
  const account = { username: login, password: login };
  return {
    login,
    userId,
    odoo: createOdoo(new OdooClient({ transport, db: settings.ODOO_DB, ...account })),
  };
}

/** A mail gets into the mailbox, and Odoo fetches it; the emulator has no mailbox, and is handed it. */
async function write(head: Readonly<Record<string, string>>, body: string): Promise<void> {
  const lines = Object.entries({
    Date: new Date().toUTCString(),
    'Message-ID': `<${randomUUID()}@client-${run}.example>`,
    'MIME-Version': '1.0',
    'Content-Type': 'text/plain; charset=utf-8',
    ...head,
  }).map(([name, value]) => `${name}: ${value}`);
  const raw = Buffer.from([...lines, '', body].join('\n').replaceAll('\n', '\r\n'));
  if (deployed.backend.kind === 'emulator') {
    await createTakeIn()(createOdoo(deployed.service), raw);
    return;
  }
  mailbox.put(raw);
  const servers = await odoo.call('fetchmail.server', 'search', [[['user', '=', support]]]);
  await odoo.call('fetchmail.server', 'fetch_mail', [servers]);
}

async function answer(who: Technician, body: string): Promise<void> {
  await who.odoo.call(TeamTicket.name, 'message_post', [[ticket]], {
    body,
    message_type: 'comment',
    subtype_xmlid: 'mail.mt_comment',
  });
}

const messageId = (mail: SentMail): string => /^Message-Id: (.*)$/im.exec(mail.raw ?? '')?.[1] ?? '';

/** What an answer refers to; on the emulator, which sends no mail, to its message. */
async function references(): Promise<string> {
  if (answered.raw) return messageId(answered);
  const rows = await odoo.call('mail.message', 'search_read', [
    [
      ['model', '=', TeamTicket.name],
      ['res_id', '=', ticket],
      ['message_type', '=', 'comment'],
    ],
    ['message_id'],
    0,
    1,
    'id desc',
  ]);
  return z.array(z.object({ message_id: z.string() })).parse(rows)[0]?.message_id ?? '';
}

async function next() {
  const sent = await mails.next(ticket);
  const reference = await readReference();
  for (const mail of sent) {
    // Whatever it is: it names the ticket once, and an answer to it comes back.
    expect(mail.subject.split(reference)).toHaveLength(2);
    expect(mail.replyTo).toMatch(new RegExp(`^support\\+t${ticket}-[0-9a-f]{16}@${run}\\.example$`));
    if (mail.raw) expect(mail.from).toBe(support);
  }
  return sent;
}

async function readReference(): Promise<string> {
  const [row] = await odoo.model(TeamTicket).read([ticket], ['x_ticket_ref']);
  return String(row?.x_ticket_ref);
}

const addressees = async () => (await next()).map(({ to }) => to);
const sorted = (...all: readonly string[]) => [...all].sort();

async function readLedger() {
  const lines = await odoo.model(Intake).searchRead([['x_ticket_id', '=', ticket]], {
    fields: ['x_decision', 'x_found_by'],
    order: 'id desc',
    limit: 1,
  });
  return lines.map(({ x_decision, x_found_by }) => [x_decision, x_found_by]);
}

const stateOf = async () => (await odoo.model(TeamTicket).read([ticket], ['x_state']))[0]?.x_state;

test('a mail opens a ticket of its team, is acknowledged, and its team is told', async () => {
  await write(
    { From: `Ann Archer <${ann}>`, To: support, Cc: cora, Subject: 'Printer jams' },
    'It jams since this morning.',
  );

  const [row] = await odoo
    .model(TeamTicket)
    .searchRead([['x_partner_id.email', '=', ann]], { fields: ['x_team_id'] });
  ticket = row?.id ?? 0;
  expect(row?.x_team_id).toEqual([expect.any(Number), `First Line ${run}`]);
  const sent = await next();
  expect(sent.map(({ to }) => to)).toEqual(sorted(ann, tom.login, nina.login));
  const acknowledgement = sent.find(({ to }) => to === ann);
  expect(acknowledgement?.subject).toBe(`[${await readReference()}] Printer jams`);
  for (const { raw } of sent) if (raw) expect(raw).toContain('Auto-Submitted: auto-generated');
});

test('a technician’s answer goes to the customer and to who is in copy, in the technician’s name', async () => {
  await answer(tom, 'Pull the green lever.');

  const sent = await next();
  expect(sent.map(({ to }) => to)).toEqual(sorted(ann, cora));
  for (const mail of sent) {
    expect(mail.fromName).toBe('Tess Technician');
    expect(mail.raw ?? '').not.toContain('Auto-Submitted');
  }
  answered = sent.find(({ to }) => to === ann) as SentMail;
});

test('an answer with a file and a picture reaches everybody once: the technician as follower, the others of the team as told', async () => {
  const parts = [
    `--x\nContent-Type: text/html; charset=utf-8\n\n<p>See <img src="cid:shot@x"> &amp; the manual</p>`,
    '--x\nContent-Type: image/png; name="shot.png"\nContent-ID: <shot@x>\nContent-Disposition: inline; filename="shot.png"\nContent-Transfer-Encoding: base64\n\niVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
    '--x\nContent-Type: application/pdf; name="manual.pdf"\nContent-Disposition: attachment; filename="manual.pdf"\nContent-Transfer-Encoding: base64\n\nJVBERi0xLjQ=',
    '--x--',
  ];
  const head = { From: `Ann Archer <${ann}>`, To: answered.replyTo, Subject: `Re: ${answered.subject}` };
  await write(
    { ...head, References: await references(), 'Content-Type': 'multipart/related; boundary="x"' },
    parts.join('\n'),
  );

  expect(await readLedger()).toEqual([['added', 'references']]);
  expect(await addressees()).toEqual(sorted(tom.login, nina.login, cora));
  const [thread] = await odoo
    .model(TicketThread)
    .searchRead([['id', '=', ticket]], { fields: ['message_ids'] });
  const [last] = await odoo
    .model(Message)
    .read([Math.max(...(thread?.message_ids ?? []))], ['body', 'attachment_ids']);
  expect(last?.body).toMatch(/<img [^>]*src="\/web\/image\/\d+/);
  expect(last?.attachment_ids).toHaveLength(2);
});

test.each([
  ['nothing but references', 'references', async () => ({ To: support, References: await references() })],
  [
    'nothing but the signed address',
    'address',
    async () => ({ To: answered.replyTo, Subject: 'Something else' }),
  ],
])('an answer that has %s finds its ticket', async (_case, foundBy, head) => {
  await write({ From: ann, Subject: `Re: ${answered.subject}`, ...(await head()) }, 'And now?');

  expect(await readLedger()).toEqual([['added', foundBy]]);
  expect(await addressees()).toEqual(sorted(tom.login, nina.login, cora));
});

test('who is in copy takes part, and hears nothing of their own', async () => {
  await write({ From: cora, To: support, References: await references(), Subject: 'Me too' }, 'Mine, too.');

  expect(await addressees()).toEqual(sorted(tom.login, nina.login, ann));
});

test('who is assigned is told once, and from then on the team is not', async () => {
  await tom.odoo.model(TeamTicket).write([ticket], { x_user_id: nina.userId });
  expect(await addressees()).toEqual([nina.login]);

  await write({ From: ann, To: answered.replyTo, Subject: 'Re: it' }, 'Anybody?');
  expect(await addressees()).toEqual(sorted(tom.login, nina.login, cora));
});

test('a ticket that waits tells nobody, and the customer’s answer puts it back to work', async () => {
  await nina.odoo.model(TeamTicket).write([ticket], { x_state: 'waiting' });
  expect(await addressees()).toEqual([]);

  await write({ From: ann, To: answered.replyTo, Subject: 'Re: it' }, 'Here is what you asked for.');
  expect(await stateOf()).toBe('in_progress');
  expect(await addressees()).toEqual(sorted(tom.login, nina.login, cora));
});

test('the customer is told that it is solved, in a mail that belongs to the conversation', async () => {
  await nina.odoo.model(TeamTicket).write([ticket], { x_state: 'done' });

  const sent = await next();
  expect(sent.map(({ to }) => to)).toEqual([ann]);
  expect(sent[0]?.subject).toBe(answered.subject);
});

test('every mail reads as a letter, in both of its parts', () => {
  for (const raw of sink.mails.filter((mail) => mail.includes(`+t${ticket}-`))) {
    const text = readTextPart(raw);
    // First what is said, then where it stands, and nothing that fills lines.
    expect(text).toMatch(
      /^(Hello|A new ticket|Pull|See|And now|Mine|There is an answer|Assigned to|Anybody|Here is)/,
    );
    expect(text).toMatch(/View Ticket \[\d\]\nTKT-\d+ · Printer jams\n/);
    expect(text).not.toMatch(/\u034f|\u200b|\n{4}[^\n[]/);
  }
});

function readTextPart(raw: string): string {
  const [, head = '', body = ''] =
    /(Content-Type: text\/plain[^\n]*\n(?:[\w-]+: [^\n]*\n)+)\n(.*?)\n--==/s.exec(raw) ?? [];
  const bytes = /base64/.test(head)
    ? Buffer.from(body, 'base64')
    : Buffer.from(
        body
          .replaceAll('=\n', '')
          .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
        'latin1',
      );
  return bytes.toString('utf8').replaceAll('\r\n', '\n').trim();
}
