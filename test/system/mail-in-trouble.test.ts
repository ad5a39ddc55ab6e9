import { afterAll, beforeAll, expect, test } from 'vitest';
import { Intake } from '../../src/addons/intake/models.ts';
import { openMails } from '../../src/addons/intake/open-job.ts';
import { MOST_PARAMETER } from '../../src/addons/intake/parameters.ts';
import { createTakeIn } from '../../src/addons/intake/take-in.ts';
import { MailBlock } from '../../src/addons/mail/models.ts';
import { Ticket } from '../../src/addons/tickets/models.ts';
import { Attachment } from '../../src/odoo/builtin-models.ts';
import { createOdoo, type Odoo } from '../../src/odoo/model-api.ts';
import { createSilentLog } from '../support/create-silent-log.ts';
import { createMailWorld, type MailWorld } from '../support/mail-world.ts';
import { type Deployed, startDeployed } from '../support/start-deployed.ts';

let deployed: Deployed;
let odoo: Odoo;
let service: Odoo;
let world: MailWorld;
const takeIn = createTakeIn();

beforeAll(async () => {
  deployed = await startDeployed();
  odoo = deployed.backend.odoo;
  service = createOdoo(deployed.service);
  await odoo.call('ir.config_parameter', 'set_param', [MOST_PARAMETER, '10000']);
  world = await createMailWorld(odoo);
});
afterAll(async () => {
  await odoo?.call('ir.config_parameter', 'set_param', [MOST_PARAMETER, '20']);
  await deployed?.backend.close();
});

const linesOf = (messageId: string) =>
  odoo.model(Intake).searchRead([['x_message_id', '=', messageId]], {
    fields: ['x_decision', 'x_reason', 'x_ticket_id', 'x_partner_id', 'x_original_id'],
  });

const linesTo = (email: string) =>
  odoo.model(Intake).searchRead(
    [
      ['x_decision', '=', 'bounced'],
      ['x_email', '=', email],
    ],
    { fields: ['x_reason', 'x_ticket_id', 'x_original_id', 'x_message_id', 'x_name'] },
  );

test('a mail that comes twice in the same moment makes one ticket', async () => {
  const { raw, messageId } = await world.prepare('new-with-file');
  const tickets = await odoo.model(Ticket).searchCount([]);

  const outcomes = await Promise.all([1, 2, 3, 4].map(() => takeIn(service, raw)));

  expect(outcomes.filter((one) => one === 'taken')).toHaveLength(1);
  expect(await linesOf(messageId)).toHaveLength(1);
  expect(await odoo.model(Ticket).searchCount([])).toBe(tickets + 1);
});

test('a mail without a Message-ID is known again by what it says', async () => {
  const { raw } = await world.prepare('new-plain');
  const unnamed = Buffer.from(raw.toString('latin1').replace(/^Message-ID:.*\n/m, ''), 'latin1');

  expect(await takeIn(service, unnamed)).toBe('taken');
  expect(await takeIn(service, unnamed)).toBe('known');
});

test('two unreadable mails without a Message-ID stay two, each with its own original', async () => {
  const one = await world.prepare('header-no-message-id');
  const other = await world.prepare('header-no-message-id');

  for (const { raw } of [one, other]) expect(await takeIn(service, raw)).toBe('unread');
  await openMails(service, createSilentLog());

  for (const { raw, messageId } of [one, other]) {
    const [line, ...more] = await linesOf(messageId);
    expect([line?.x_decision, more]).toEqual(['opened', []]);
    const [file] = await odoo
      .model(Attachment)
      .searchRead([['id', '=', line?.x_original_id ? line.x_original_id[0] : 0]], { fields: ['datas'] });
    expect(String(file?.datas)).toBe(raw.toString('base64'));
  }
});

test('an address that takes no mail is on the ledger with its ticket, and gets nothing automatic any more', async () => {
  const email = world.address('ann@acme.example');
  const { raw, ticketId, messageId } = await world.prepare('bounce');

  await takeIn(service, raw);
  await takeIn(service, raw);

  expect(await linesTo(email)).toMatchObject([
    {
      x_reason: 'bounce_lasting',
      x_ticket_id: [ticketId, expect.any(String)],
      x_message_id: messageId,
      x_original_id: [expect.any(Number), expect.any(String)],
    },
  ]);
  const blocks = await odoo
    .model(MailBlock)
    .searchRead([['x_name', '=', email]], { fields: ['x_reason', 'x_detail'] });
  expect(blocks).toMatchObject([{ x_reason: 'bounced', x_detail: expect.stringContaining('5.1.1') }]);
});

test('nobody has an address marked by a report of a mail that was never sent', async () => {
  const { raw } = await world.prepare('bounce-of-nothing');
  const forged = Buffer.from(
    raw.toString('latin1').replaceAll('rfc822; ann@acme', 'rfc822; bob@acme'),
    'latin1',
  );

  await takeIn(service, forged);

  const email = world.address('bob@acme.example');
  expect(await linesTo(email)).toMatchObject([{ x_reason: 'bounce_unknown' }]);
  expect(await odoo.model(MailBlock).searchCount([['x_name', '=', email]])).toBe(0);
});

/** As Odoo fetches them by itself: the report is gone when our code is asked. */
test('a report that only Odoo has seen is on the ledger, too', async () => {
  const { raw, ticketId } = await world.prepare('bounce');
  const email = world.address('finn@friends.example');
  const told = { mail_message_id: await findAsked(ticketId), res_partner_id: world.ids.finn };
  const known = await odoo.call('mail.notification', 'search_count', [
    Object.entries(told).map(([name, value]) => [name, '=', value]),
  ]);
  // The real Odoo has told followers by itself.
  if (known === 0)
    await odoo.call('mail.notification', 'create', [[{ ...told, notification_type: 'email' }]]);
  const report = raw
    .toString('latin1')
    .replace(/ann@acme\.\S+?example/, email)
    .replace(/^Your mail was not delivered\.$/m, 'The recipient is unknown (5.1.1).');

  await odoo.call('mail.thread', 'message_process', [Intake.name, report], { save_original: true });

  expect(await linesTo(email)).toMatchObject([
    { x_reason: 'bounce_lasting', x_ticket_id: [ticketId, expect.any(String)], x_original_id: false },
  ]);
});

/** The one that the report encloses. */
async function findAsked(ticketId: number): Promise<unknown> {
  const [message] = (await odoo.call('mail.message', 'search', [
    [
      ['model', '=', Ticket.name],
      ['res_id', '=', ticketId],
      ['message_id', 'like', '-asked@'],
    ],
  ])) as number[];
  return message;
}
