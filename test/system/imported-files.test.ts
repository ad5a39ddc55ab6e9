import { afterAll, beforeAll, expect, test } from 'vitest';
import { articleTypes } from '../../emulator/zammad/lookups.ts';
import type { ZammadAttachment } from '../../emulator/zammad/types.ts';
import { Ticket } from '../../src/addons/tickets/models.ts';
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
