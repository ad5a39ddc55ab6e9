import { expect, test } from 'vitest';
import { createZammadClient } from '../../test/support/zammad-client.ts';
import { createTroubledData } from './data/create-troubled-data.ts';
import { fileContent } from './file-content.ts';
import type { ZammadEmulator } from './server.ts';

const { start, get, getJson } = createZammadClient(() => ({
  data: createTroubledData({ longestBody: 1000 }),
}));

test('points images in a body at its own API and leaves them out of the attachments', async () => {
  const zammad = await start();
  const id = idOf(zammad, 'images in the body');

  const [article] = await getJson(zammad, `/ticket_articles/by_ticket/${id}`);

  expect(article.body).toContain(`src="/api/v1/ticket_attachment/${id}/${article.id}/501?view=inline"`);
  expect(article.body).not.toContain('cid:');
  expect(article.attachments).toMatchObject([
    { id: 503, filename: 'not shown.png' },
    { id: 504, filename: 'Rechnung Feb.pdf', size: '16', preferences: { 'Content-Type': 'application/pdf' } },
  ]);
});

test('lists images of a body where the release does', async () => {
  const zammad = await start({ listsInlineImages: true });
  const id = idOf(zammad, 'images in the body');

  const [article] = await getJson(zammad, `/ticket_articles/by_ticket/${id}`);

  expect(article.attachments).toHaveLength(4);
});

test('gives the bytes of an attachment, and another picture where a view is asked for', async () => {
  const zammad = await start();
  const id = idOf(zammad, 'images in the body');
  const [article] = zammad.articlesOf(id);
  const [image] = article?.attachments ?? [];
  const path = `/ticket_attachment/${id}/${article?.id}/${image?.id}`;

  const original = await get(zammad, path);
  const inline = await get(zammad, `${path}?view=inline`);
  const elsewhere = await get(zammad, path.replace(`/${id}/`, '/1/'));

  const bytes = fileContent(image?.content ?? { text: '' });
  expect(original.headers.get('content-type')).toBe('image/png');
  expect(Buffer.from(await original.arrayBuffer())).toEqual(bytes);
  expect(Buffer.from(await inline.arrayBuffer())).not.toEqual(bytes);
  expect(elsewhere.status).toBe(403);
});

test('tells tags, links and accounted time apart from the ticket', async () => {
  const zammad = await start();
  const survivor = idOf(zammad, 'survivor of a merge');
  const merged = idOf(zammad, 'merged once');
  const worked = idOf(zammad, 'time accounted');
  zammad.tagTicket(worked, ['a', 'b']);

  const ticket = await getJson(zammad, `/tickets/${worked}?expand=true`);
  const { tags } = await getJson(zammad, `/tags?object=Ticket&o_id=${worked}`);
  const accountings = await getJson(zammad, `/tickets/${worked}/time_accountings`);
  const links = `/links?link_object=Ticket&link_object_value=`;
  const ofMerged = await getJson(zammad, links + merged);
  const ofSurvivor = await getJson(zammad, links + survivor);

  expect(ticket).not.toHaveProperty('tags');
  expect(ticket.time_unit).toBe('241.75');
  expect(tags).toEqual(['a', 'b']);
  expect(accountings).toMatchObject([
    { time_unit: '1.25' },
    { time_unit: '0.50' },
    { time_unit: '240.00', ticket_article_id: null },
  ]);
  expect(ofMerged.links).toMatchObject([{ link_type: 'parent', link_object_value: survivor }]);
  expect(ofSurvivor.links).toContainEqual({
    link_type: 'child',
    link_object: 'Ticket',
    link_object_value: merged,
  });
});

test('shows custom attributes as keys of the ticket', async () => {
  const zammad = await start();
  const id = idOf(zammad, 'Kasse druckt keine Bons');

  expect(await getJson(zammad, `/tickets/${id}`)).toMatchObject({
    product_line: 'till',
    affected_modules: ['a', 'b'],
    go_live_on: '2026-04-01',
  });
});

test('lists groups only to administrators of groups', async () => {
  const agent = await start();
  const admin = await start({ permissions: ['ticket.agent', 'admin.group'] });

  expect((await get(agent, '/groups')).status).toBe(403);
  expect(await getJson(admin, '/groups')).toContainEqual(
    expect.objectContaining({ name: 'Support::2nd Level', name_last: '2nd Level', parent_id: 2 }),
  );
});

test('renames the groups below a renamed group, and moves no ticket’s time', async () => {
  const zammad = await start();
  const id = idOf(zammad, 'in a nested group');
  const before = zammad.findTicket(id)?.updated_at;

  zammad.renameGroup(2, 'Service');

  const ticket = await getJson(zammad, `/tickets/${id}?expand=true`);
  expect(ticket).toMatchObject({ group: 'Service::2nd Level::Kassen & Waagen', updated_at: before });
});

test('lets a test change something between two requests', async () => {
  const zammad = await start();
  zammad.onRequest(({ path }) => {
    if (path.endsWith('/users/me')) zammad.updateUser(3, { firstname: 'Changed' });
  });

  expect(await getJson(zammad, '/users/me')).toMatchObject({ firstname: 'Changed' });
});

function idOf(zammad: ZammadEmulator, title: string): number {
  return zammad.data.tickets.find((ticket) => ticket.title.startsWith(title))?.id ?? 0;
}
