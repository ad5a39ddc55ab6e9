import { expect, test } from 'vitest';
import { z } from 'zod';
import { Ticket } from '../../src/addons/tickets/models.ts';
import { Attachment, Message, Partner, User } from '../../src/odoo/builtin-models.ts';
import { findExternalIds } from '../../src/odoo/external-ids.ts';
import type { Interceptor, World } from './import-world.ts';
import { setUpWorlds } from './set-up-worlds.ts';

const worlds = setUpWorlds();

/** A world with a ticket that has a message with a file, and what Odoo has of it. */
async function startWithMessage() {
  const world = await worlds.start();
  const ticketId = world.zammad.data.tickets[0]?.id ?? 0;
  const fileId = 990_001;
  const article = world.zammad.addArticle(ticketId, {
    body: 'My password is in the file',
    attachments: [
      {
        id: fileId,
        store_file_id: fileId,
        filename: 'secret.txt',
        content: { text: 'a password' },
        preferences: { values: { 'Content-Type': 'text/plain' } },
      },
    ],
  });
  await world.run();
  const [found] = await findExternalIds(worlds.backend.odoo, [world.externalId('article', article.id)]);
  const messageId = found?.recordId ?? 0;
  const [message] = await worlds.backend.odoo.model(Message).read([messageId], ['res_id']);
  return { world, ticketId, name: `article_${article.id}`, messageId, recordId: message?.res_id ?? 0 };
}

/** Zammad changes the ticket, which is read again, and then everything is. */
async function goOn(world: World, ticketId: number): Promise<void> {
  world.zammad.addArticle(ticketId, { body: 'Something new' });
  await world.run();
  await world.run({ mode: 'full' });
}

const filesNamed = async (world: World, name: string) =>
  Object.values((await world.readState()).files).filter((file) => file.name === name);

test('a message that was removed in Odoo stays away, with its files', async () => {
  const { world, ticketId, name, messageId } = await startWithMessage();
  const { odoo } = worlds.backend;
  const files = await odoo
    .model(Message)
    .searchRead([['id', '=', messageId]], { fields: ['attachment_ids'] });
  await odoo.model(Attachment).unlink(files[0]?.attachment_ids ?? []);
  await odoo.model(Message).unlink([messageId]);

  await goOn(world, ticketId);

  const { messages } = await world.readState();
  expect(files[0]?.attachment_ids).toHaveLength(1);
  expect(messages).not.toHaveProperty(name);
  expect(Object.values(messages).some(({ body }) => String(body).includes('Something new'))).toBe(true);
  expect(await filesNamed(world, 'secret.txt')).toEqual([]);
});

test('one whose words and files were removed in the chatter gets neither back', async () => {
  const { world, ticketId, name, messageId } = await startWithMessage();
  const { odoo } = worlds.backend;
  const files = await odoo
    .model(Message)
    .searchRead([['id', '=', messageId]], { fields: ['attachment_ids'] });
  // What the chatter's "Delete" comes to.
  await odoo.model(Attachment).unlink(files[0]?.attachment_ids ?? []);
  await odoo.model(Message).write([messageId], { body: '' });

  await goOn(world, ticketId);

  expect(String((await world.readState()).messages[name]?.body)).not.toContain('password');
  expect(await filesNamed(world, 'secret.txt')).toEqual([]);
});

test('a message whose article was deleted in Zammad is hidden from the customer, which technicians are told once', async () => {
  const { world, ticketId, name, messageId, recordId } = await startWithMessage();
  const articleId = Number(name.split('_')[1]);
  const noted = () =>
    worlds.backend.odoo.model(Message).searchRead(
      [
        ['message_type', '=', 'notification'],
        ['res_id', '=', recordId],
        ['message_id', '=', `<zammad-gone-${articleId}@odoo-supportdesk>`],
      ],
      { fields: ['body', 'is_internal'] },
    );
  world.zammad.deleteArticle(articleId);

  const result = await world.run();
  const isInternal = (await world.readState()).messages[name]?.is_internal;
  const notes = await noted();
  await goOn(world, ticketId);

  const [message] = await worlds.backend.odoo
    .model(Message)
    .searchRead([['id', '=', messageId]], { fields: ['is_internal', 'body'] });
  expect(result.refused).toBe(0);
  expect(isInternal).toBe(true);
  expect(notes).toMatchObject([{ is_internal: true, body: expect.stringContaining('deleted') }]);
  expect(message).toMatchObject({ is_internal: true, body: expect.stringContaining('password') });
  expect(await noted()).toEqual(notes);
});

test.each<[string, string | false, string | false, string]>([
  ['of the service account', 'Asia/Bangkok', false, 'GMT\\+7'],
  ['of its company, where the account has none', false, 'Asia/Bangkok', 'GMT\\+7'],
  ['that it names, where neither has one', false, false, 'UTC'],
])('the note tells when that was in the zone %s', async (_, own, company, zone) => {
  const { odoo } = worlds.backend;
  const { uid } = z
    .object({ uid: z.number() })
    .parse(await worlds.service.call('res.users', 'context_get', []));
  const main = await odoo.call('res.company', 'search_read', [[], ['partner_id']], { limit: 1, order: 'id' });
  const [home] = z.array(z.object({ partner_id: z.tuple([z.number(), z.string()]) })).parse(main);
  await odoo.model(User).write([uid], { tz: own });
  await odoo.model(Partner).write([home?.partner_id[0] ?? 0], { tz: company });
  const { world, name, messageId, recordId } = await startWithMessage();
  const [said] = await odoo.model(Message).searchRead([['id', '=', messageId]], { fields: ['date'] });
  world.zammad.deleteArticle(Number(name.split('_')[1]));

  await world.run({ mode: 'dry', trigger: 'button' });
  await world.run();

  const [note] = await odoo.model(Message).searchRead(
    [
      ['res_id', '=', recordId],
      ['message_id', '=like', '<zammad-gone-%'],
    ],
    {
      fields: ['body', 'res_id'],
    },
  );
  const minutes = said?.date.slice(14, 16);
  expect(note?.body).toMatch(new RegExp(`\\d{4}.*:${minutes}.*${zone}\\)`));
});

test('one that was merged away goes with its ticket, and nobody takes it for deleted', async () => {
  const { world, ticketId, name } = await startWithMessage();
  const survivor = world.zammad.data.tickets[1]?.id ?? 0;
  world.zammad.mergeTickets(ticketId, survivor);

  await world.run();
  world.zammad.updateTicket(ticketId, { state_id: 2 });
  await goOn(world, survivor);

  const { messages } = await world.readState();
  expect(messages[name]).toMatchObject({ ticket: `ticket_${survivor}`, is_internal: false });
  expect(Object.values(messages).some(({ body }) => String(body).includes('was deleted there'))).toBe(false);
});

test('a message that Odoo refused is no removed one: it is tried again', async () => {
  const world = await worlds.start();
  await world.run();
  const ticketId = world.zammad.data.tickets[0]?.id ?? 0;
  const article = world.zammad.addArticle(ticketId, { body: 'Hear me' });
  const refuse: Interceptor = ({ name, args }, send) =>
    name === 'mail.message.load' && JSON.stringify(args).includes('Hear me')
      ? Promise.resolve({ ids: false, messages: [{ type: 'error', message: 'No', record: 0 }] })
      : name === 'mail.message.write_records'
        ? Promise.resolve(false)
        : send();

  const refused = await world.run({ intercept: refuse });
  await world.run();

  expect(refused.refused).toBe(1);
  expect((await world.readState()).messages).toHaveProperty(`article_${article.id}`);
});

test('files of a description that were removed in Odoo, or taken from under it, stay away, and what people add stays', async () => {
  const world = await worlds.start();
  const { odoo } = worlds.backend;
  const attachment = (id: number, filename: string) => ({
    ...{ id, store_file_id: id, filename },
    content: { text: filename },
    preferences: { values: {} },
  });
  const { id } = world.zammad.addTicket({ title: 'With files', customer_id: 5 }, [
    {
      body: 'Look inside',
      attachments: [
        attachment(990_002, 'kept.txt'),
        attachment(990_003, 'gone.txt'),
        attachment(990_004, 'off.txt'),
      ],
    },
  ]);
  await world.run();
  const [ticket] = await findExternalIds(odoo, [world.externalId('ticket', id)]);
  const recordId = ticket?.recordId ?? 0;
  const before = (await world.readState()).tickets[`ticket_${id}`];
  const named = async (name: string) =>
    (
      await odoo.model(Attachment).search([
        ['res_model', '=', Ticket.name],
        ['res_id', '=', recordId],
        ['name', '=', name],
      ])
    )[0] ?? 0;
  await odoo.model(Attachment).unlink([await named('gone.txt')]);
  await odoo.model(Ticket).write([recordId], {
    x_file_ids: [
      [3, await named('off.txt')],
      [0, 0, { name: 'ours.txt', res_model: Ticket.name, res_id: recordId, datas: 'b3Vycw==' }],
    ],
  });

  await goOn(world, id);

  const { tickets } = await world.readState();
  const ours = await named('ours.txt');
  expect(before).toMatchObject({ files: ['file_990002', 'file_990003', 'file_990004'] });
  expect(tickets[`ticket_${id}`]).toMatchObject({ files: ['file_990002', `unknown ${ours}`] });
  expect(await filesNamed(world, 'gone.txt')).toEqual([]);
});
