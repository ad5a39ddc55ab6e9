import { afterAll, beforeAll, expect, test } from 'vitest';
import { articleTypes } from '../../emulator/zammad/lookups.ts';
import type { ZammadAttachment } from '../../emulator/zammad/types.ts';
import { Ticket } from '../../src/addons/tickets/models.ts';
import { ImportedTicket } from '../../src/addons/zammad/models.ts';
import { Attachment } from '../../src/odoo/builtin-models.ts';
import { findExternalIds } from '../../src/odoo/external-ids.ts';
import { type Customer, createCustomer } from '../support/create-customer.ts';
import { type HelpDesk, startHelpDesk } from '../support/start-help-desk.ts';
import { createWorld, type World } from './import-world.ts';

const PNG =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
let desk: HelpDesk;
let ann: Customer;
const worlds: World[] = [];

beforeAll(async () => {
  desk = await startHelpDesk();
  ann = await createCustomer(desk.odoo, 'Ann Archer');
});
afterAll(async () => {
  await Promise.all(worlds.map((world) => world.close()));
  await desk?.close();
});

const file = (id: number, filename: string, values: object, content: ZammadAttachment['content']) => ({
  ...{ id, store_file_id: id, filename, content },
  preferences: { values: { ...values } },
});

/** A first mail with a picture in its text, two files, and itself as Zammad keeps it. */
const FILES: readonly ZammadAttachment[] = [
  file(
    801,
    'logo.jpg',
    { 'Content-Type': 'image/jpg; name=logo.jpg; x-unix-mode=0644', 'Content-ID': 'logo@acme.example' },
    { base64: PNG },
  ),
  file(802, 'Order ‮fdp.exe', { 'Content-Type': 'Text/CSV; charset=utf-8' }, { text: 'a,b' }),
  file(803, 'plan.pdf', { 'Content-Type': 'application/others' }, { text: '%PDF-1.4 plan' }),
  file(
    804,
    'message.html',
    { 'Content-Type': 'text/html', 'original-format': true },
    { text: '<p>The mail itself</p>' },
  ),
];

test.each([false, true])(
  'files and pictures of a first mail stand under the description (over SQL: %s)',
  async (isSql) => {
    const world = await createWorld(
      { service: desk.backend.client, inspector: desk.backend.client },
      { isSql },
    );
    worlds.push(world);
    const { zammad } = world;
    const { id: zammadId } = zammad.addTicket({ title: 'With files', customer_id: 5 }, [
      {
        type_id: articleTypes.email,
        content_type: 'text/html',
        body: '<p>Our order <img src="cid:logo@acme.example" style="width:60px;height:19px"></p>',
        attachments: FILES,
      },
    ]);

    await world.run();
    const again = await world.run({ mode: 'full' });

    const [ticket] = await findExternalIds(desk.odoo, [world.externalId('ticket', zammadId)]);
    const id = ticket?.recordId ?? 0;
    await desk.odoo.model(Ticket).write([id], { x_partner_id: ann.partnerId });
    const browser = await desk.visit(ann);
    const page = await browser.get(`/my/tickets/${id}`);
    const picture = /<img src="(\/my\/tickets\/\d+\/files\/\d+)" alt="" width="60" height="19"/.exec(
      page.html,
    );
    const shown = await browser.get(picture?.[1] ?? '');
    const held = await desk.odoo.model(Attachment).searchRead(
      [
        ['res_model', '=', Ticket.name],
        ['res_id', '=', id],
      ],
      { fields: ['name', 'mimetype'], order: 'name' },
    );

    expect(again).toMatchObject({ created: 0, updated: 0, messages: 0 });
    expect(page.html.match(/<article/g)).toHaveLength(1);
    expect(page.text).toMatch(/Our order Order fdp\.exe EXE · 3 B plan\.pdf PDF · 13 B/);
    expect(shown.headers.get('content-type')).toBe('image/png');
    expect(shown.bytes.toString('base64')).toBe(PNG);
    expect(held.map(({ mimetype }) => mimetype).toSorted()).toEqual([
      'application/pdf',
      'image/png',
      'text/csv',
    ]);
    expect(held.map(({ name }) => name)).not.toContain('message.html');
  },
);

test('the original of a mail that an earlier version took for a file goes, and the others come under the description, with a full import', async () => {
  const world = await createWorld({ service: desk.backend.client, inspector: desk.backend.client });
  worlds.push(world);
  const values: Record<string, string | boolean> = { 'Content-Type': 'text/html' };
  const { id } = world.zammad.addTicket({ title: 'Upgraded', customer_id: 5 }, [
    {
      body: 'Order',
      attachments: [
        { ...file(811, 'message.html', {}, { text: 'mail' }), preferences: { values } },
        ...FILES.slice(2, 3),
      ],
    },
  ]);
  await world.run();
  const [ticket] = await findExternalIds(desk.odoo, [world.externalId('ticket', id)]);
  // Earlier versions showed them nowhere, and did not remember what had come.
  await desk.odoo
    .model(ImportedTicket)
    .write([ticket?.recordId ?? 0], { x_import_articles: false, x_file_ids: [[5]] });

  values['original-format'] = true;
  await world.run({ mode: 'full' });

  const { files, tickets } = await world.readState();
  const key = `ticket_${id}`;
  expect(Object.values(files).filter(({ ticket }) => ticket === key)).toMatchObject([{ name: 'plan.pdf' }]);
  expect(tickets[key]).toMatchObject({ files: ['file_803'] });
  expect(await world.run({ mode: 'full' })).toMatchObject({ updated: 0, messages: 0 });
});
