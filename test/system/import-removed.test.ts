import { expect, test } from 'vitest';
import { Attachment, Message } from '../../src/odoo/builtin-models.ts';
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
  return { world, ticketId, name: `article_${article.id}`, messageId: found?.recordId ?? 0 };
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
