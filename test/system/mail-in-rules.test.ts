import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { Intake } from '../../src/addons/intake/models.ts';
import { MOST_PARAMETER, UNKNOWN_PARAMETER } from '../../src/addons/intake/parameters.ts';
import { createTakeIn } from '../../src/addons/intake/take-in.ts';
import { Ticket } from '../../src/addons/tickets/models.ts';
import { Attachment, Message } from '../../src/odoo/builtin-models.ts';
import { OdooClient } from '../../src/odoo/client.ts';
import { findExternalIds } from '../../src/odoo/external-ids.ts';
import { createOdoo, type Odoo } from '../../src/odoo/model-api.ts';
import { createMailWorld, type MailWorld } from '../support/mail-world.ts';
import { type Deployed, startDeployed } from '../support/start-deployed.ts';

let deployed: Deployed;
let odoo: Odoo;
let world: MailWorld;
const takeIn = createTakeIn();

const setParameter = (key: string, value: string) =>
  odoo.call('ir.config_parameter', 'set_param', [key, value]);

beforeAll(async () => {
  deployed = await startDeployed();
  odoo = deployed.backend.odoo;
  world = await createMailWorld(odoo);
});
beforeEach(async () => {
  await setParameter(MOST_PARAMETER, '10000');
  await setParameter(UNKNOWN_PARAMETER, 'contact');
});
afterAll(async () => {
  await setParameter(MOST_PARAMETER, '20');
  await setParameter(UNKNOWN_PARAMETER, 'contact');
  await deployed?.backend.close();
});

async function send(name: string) {
  const mail = await world.prepare(name);
  await takeIn(createOdoo(deployed.service), mail.raw);
  return { ...mail, line: await findLine(mail.messageId) };
}

async function findLine(messageId: string) {
  const [line] = await odoo.model(Intake).searchRead([['x_message_id', '=', messageId]], {
    fields: ['x_decision', 'x_reason', 'x_ticket_id', 'x_post_id', 'x_partner_id', 'x_email', 'x_detail'],
  });
  if (!line) throw new Error(`${messageId} is not on the ledger`);
  return line;
}

const idOf = (link: readonly [number, string] | false | undefined): number => (link ? link[0] : 0);

async function readMessage(id: number) {
  const [message] = await odoo.model(Message).searchRead([['id', '=', id]], {
    fields: ['res_id', 'body', 'subtype_id', 'attachment_ids', 'author_id'],
  });
  return message;
}

async function followersOf(ticket: number): Promise<readonly number[]> {
  const rows = z
    .array(z.object({ message_partner_ids: z.array(z.number()) }))
    .parse(await odoo.call(Ticket.name, 'read', [[ticket], ['message_partner_ids']]));
  return rows[0]?.message_partner_ids ?? [];
}

/** As a technician presses the button. */
async function run(action: string, id: number) {
  const { transport, settings } = deployed.backend;
  const { technician: username } = world;
  const technician = new OdooClient({ transport, db: settings.ODOO_DB, username, password: username });
  const [found] = await findExternalIds(odoo, [`__supportdesk__.${action}`]);
  const context = { active_model: Intake.name, active_ids: [id], active_id: id };
  return technician.call('ir.actions.server', 'run', [[found?.recordId]], { context });
}

test('one click lets a stranger’s mail through, and its sender takes part from then on', async () => {
  const { line, ticketId } = await send('stranger-by-references');

  await run('action_intake_let_through', line.id);

  const after = await findLine(`${await messageIdOf(line.id)}`);
  expect(after).toMatchObject({ x_decision: 'added', x_reason: 'by_hand' });
  const message = await readMessage(idOf(after.x_post_id));
  expect(message?.subtype_id).toContain('Discussions');
  expect(await followersOf(ticketId)).toContain(idOf(after.x_partner_id));
  // What had waited is the same message, said once.
  expect(await odoo.model(Message).searchCount([['id', '=', idOf(line.x_post_id)]])).toBe(0);
  const [ticket] = await odoo.model(Ticket).searchRead([['id', '=', ticketId]], { fields: ['x_state'] });
  expect(ticket?.x_state).toBe('in_progress');
});

async function messageIdOf(id: number) {
  const [line] = await odoo.model(Intake).searchRead([['id', '=', id]], { fields: ['x_message_id'] });
  return line?.x_message_id;
}

test('a mail on the wrong ticket moves with its files, and comes back', async () => {
  const { line, ticketId } = await send('answer-with-file');
  const other = (await world.prepare('new-plain')).ticketId;
  const message = () => readMessage(idOf(line.x_post_id));
  const fileHome = async () => {
    const files = (await message())?.attachment_ids ?? [];
    const [file] = await odoo.model(Attachment).searchRead([['id', 'in', files]], { fields: ['res_id'] });
    return file?.res_id;
  };

  await odoo.model(Intake).write([line.id], { x_move_to_id: other });
  await run('action_intake_move', line.id);
  expect((await message())?.res_id).toBe(other);
  expect(await fileHome()).toBe(other);

  await run('action_intake_take_back', line.id);
  expect((await message())?.res_id).toBe(ticketId);
  expect(await fileHome()).toBe(ticketId);
});

test('a ticket whose only mail belongs elsewhere points there, and is back when the move is taken back', async () => {
  const { line } = await send('new-with-file');
  const opened = idOf(line.x_ticket_id);
  const other = (await world.prepare('new-plain')).ticketId;
  const read = async () => {
    const rows = await odoo.model(Ticket).searchRead(
      [
        ['id', '=', opened],
        ['x_active', 'in', [true, false]],
      ],
      { fields: ['x_active', 'x_merged_into_id', 'x_file_ids'] },
    );
    return rows[0];
  };

  await odoo.model(Intake).write([line.id], { x_move_to_id: other });
  await run('action_intake_move', line.id);
  expect(await read()).toMatchObject({ x_active: false, x_merged_into_id: [other, expect.any(String)] });

  await run('action_intake_take_back', line.id);
  expect(await read()).toMatchObject({ x_active: true, x_merged_into_id: false });
  expect((await read())?.x_file_ids).toHaveLength(1);
});

test('more mails of one address than an hour may bring are held back', async () => {
  await send('new-unknown');
  await setParameter(MOST_PARAMETER, '2');
  const second = await send('new-unknown');
  const third = await send('new-unknown');

  expect(second.line.x_decision).toBe('opened');
  expect(third.line).toMatchObject({ x_decision: 'held', x_reason: 'loop', x_ticket_id: false });
});

test('an organisation may keep no contact of whom nobody knows', async () => {
  await setParameter(UNKNOWN_PARAMETER, 'address');

  const { line } = await send('new-unknown-encoded-name');

  expect(line).toMatchObject({ x_decision: 'opened', x_reason: 'address', x_partner_id: false });
  const [ticket] = await odoo
    .model(Ticket)
    .searchRead([['id', '=', idOf(line.x_ticket_id)]], { fields: ['x_partner_id'] });
  expect(ticket?.x_partner_id).toBe(false);
});

test('an organisation may refuse whom nobody knows, and says why', async () => {
  await setParameter(UNKNOWN_PARAMETER, 'refuse');

  const { line } = await send('absence-to-nothing');
  expect(line.x_decision).toBe('filed');
  const { line: refused } = await send('answer-forged-address');

  expect(refused.x_detail).toBe(false);
  expect(refused).toMatchObject({ x_decision: 'refused', x_reason: 'closed_door', x_ticket_id: false });
  const { line: known } = await send('new-plain');
  expect(known.x_decision).toBe('opened');
});

/** As an alias or a mail server leads them that somebody made by hand for tickets. */
async function processDirectly(raw: Buffer) {
  return odoo.call('mail.thread', 'message_process', [Ticket.name, raw.toString('latin1')], {
    save_original: true,
  });
}

test('a mail that comes straight to tickets is taken in as the others are', async () => {
  const mail = await world.prepare('new-no-name');
  const raw = Buffer.from(
    mail.raw.toString('latin1').replace(/^To: .*$/m, 'To: other@elsewhere.test'),
    'latin1',
  );

  const id = await processDirectly(raw);

  const line = await findLine(mail.messageId);
  expect(line).toMatchObject({ x_decision: 'opened', x_ticket_id: [id, expect.any(String)] });
  const [ticket] = await odoo
    .model(Ticket)
    .searchRead([['id', '=', Number(id)]], { fields: ['x_partner_id', 'x_description'] });
  expect(ticket).toMatchObject({
    x_partner_id: [world.ids.ann, expect.any(String)],
    x_description: expect.stringContaining('second floor'),
  });
});

test('whoever only knows a Message-ID is heard by nobody outside, however the mail comes', async () => {
  const mail = await world.prepare('stranger-of-another-customer');
  const raw = Buffer.from(
    mail.raw.toString('latin1').replace(/^To: .*$/m, 'To: other@elsewhere.test'),
    'latin1',
  );

  await processDirectly(raw);

  const line = await findLine(mail.messageId);
  expect(line).toMatchObject({ x_decision: 'waits', x_reason: 'stranger' });
  expect(await followersOf(mail.ticketId)).not.toContain(idOf(line.x_partner_id));
  const said = await odoo.model(Message).search([['message_id', '=', mail.messageId]]);
  const told = await odoo.call('mail.notification', 'search_read', [
    [
      ['mail_message_id', 'in', said],
      ['res_partner_id', 'in', [world.ids.ann, world.ids.finn]],
    ],
    ['id'],
  ]);
  expect(told).toEqual([]);
  const mails = await odoo.call('mail.mail', 'search_count', [[['mail_message_id', 'in', said]]]);
  expect(mails).toBe(0);
});
