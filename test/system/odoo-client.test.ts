import { createReadStream } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { nameSearch } from '../../docs/examples/any-method.ts';
import { createMany } from '../../docs/examples/batches.ts';
import { setPicture } from '../../docs/examples/binary-field.ts';
import { connect } from '../../docs/examples/connect.ts';
import { deleteContact } from '../../docs/examples/errors.ts';
import { fetchFile, sendFile } from '../../docs/examples/files.ts';
import { describeCompanies } from '../../docs/examples/nested-read.ts';
import { findInvoiceAddresses } from '../../docs/examples/search.ts';
import { countArchived } from '../../docs/examples/settings.ts';
import { Contact } from '../../docs/examples/shapes.ts';
import { countDomains } from '../../docs/examples/stream.ts';
import { importContacts } from '../../docs/examples/upsert.ts';
import { moveContacts } from '../../docs/examples/write.ts';
import type { Connection } from '../../src/odoo/connection.ts';
import type { Odoo } from '../../src/odoo/model-api.ts';
import { type Backend, startBackend } from '../support/start-backend.ts';

let backend: Backend;
let connection: Connection;
let odoo: Odoo;
let folder: string;

beforeAll(async () => {
  backend = await startBackend();
  const { ODOO_URL: url, ODOO_DB: db, ODOO_USERNAME: username, ODOO_PASSWORD: password } = backend.settings;
  const connected = await connect({ url, db, username, password });
  expect(connected.server_version).toMatch(/^18\.0/);
  connection = connected.connection;
  odoo = connection.odoo;
  folder = await mkdtemp(join(tmpdir(), 'odoo-client-'));
});

afterAll(async () => {
  await connection?.close();
  await backend?.close();
  await rm(folder, { recursive: true, force: true });
});

async function createCompany(children: readonly { name: string; type?: 'invoice'; email?: string }[] = []) {
  const contacts = odoo.model(Contact);
  const [company = 0] = await contacts.create([{ name: 'Acme', is_company: true }]);
  await contacts.create(children.map((child) => ({ ...child, parent_id: company })));
  return company;
}

test('a search reads typed rows', async () => {
  const company = await createCompany([
    { name: 'Ann' },
    { name: 'Books', type: 'invoice' },
    { name: 'Bills', email: 'invoice@acme.example' },
  ]);

  expect(await findInvoiceAddresses(odoo, company)).toEqual(['Bills of Acme', 'Books of Acme']);
});

test('a nested read follows relations, and says what its limit left out', async () => {
  const company = await createCompany([{ name: 'Cat' }, { name: 'Ann' }, { name: 'Bob' }]);
  const country = await odoo
    .model({ name: 'res.country', fields: {} })
    .search([['id', '>', 0]], { limit: 1 });
  await odoo.model(Contact).write([company], { country_id: country[0] ?? false });

  const { length, lines } = await describeCompanies(odoo, [company]);

  expect(length).toBe(1);
  expect(lines[0]).toMatch(/^Acme \([A-Z]{2}\): Ann, Bob, …$/);
});

test('records are created, written and counted', async () => {
  const company = await createCompany();

  expect(await moveContacts(odoo, ['Ann', 'Bob'], company)).toBe(2);
});

test('batches report as they go, and a stream reads all of them back', async () => {
  const written: number[] = [];

  const ids = await createMany(odoo, 450, (count) => written.push(count));

  expect(written).toEqual([200, 200, 50]);
  expect(await countDomains(odoo, ids)).toEqual(new Map([['example.com', 450]]));

  await odoo.model(Contact).unlinkInBatches(ids);
  expect(await odoo.model(Contact).searchCount([['id', 'in', ids]])).toBe(0);
});

test('a stream reads nested rows too, and goes on behind an id', async () => {
  const company = await createCompany([{ name: 'Ann' }, { name: 'Bob' }, { name: 'Cat' }]);
  const ids = await odoo.model(Contact).search([['parent_id', '=', company]], { order: 'id' });

  const names: unknown[] = [];
  const rows = odoo.model(Contact).iterate([['parent_id', '=', company]], {
    specification: { name: {}, parent_id: { fields: { display_name: {} } } },
    batchSize: 1,
    after: ids[0] ?? 0,
  });
  for await (const { name, parent_id } of rows)
    names.push([name, parent_id ? parent_id.display_name : undefined]);

  expect(names).toEqual([
    ['Bob', 'Acme'],
    ['Cat', 'Acme'],
  ]);
});

test('an upsert run twice ends in the same records, and names what Odoo refuses', async () => {
  const once = await importContacts(odoo);
  const twice = await importContacts(odoo);

  expect(once.ann).toBeGreaterThan(0);
  expect(once.refused).toEqual(['__crm__.bob']);
  expect(twice).toEqual(once);
  const [ann] = await odoo.model(Contact).read([once.ann ?? 0], ['parent_id', 'is_company']);
  expect(ann).toMatchObject({ parent_id: [expect.any(Number), 'Acme'], is_company: false });
});

test('a file goes in and comes out as it was', async () => {
  const company = await createCompany();
  const bytes = Buffer.from(Array.from({ length: 1_000_001 }, (_, index) => (index * 31) % 251));
  await writeFile(join(folder, 'in.bin'), bytes);

  const id = await sendFile(connection, join(folder, 'in.bin'), company);
  const size = await fetchFile(connection, id, join(folder, 'out.bin'));

  expect(size).toBe(bytes.length);
  expect(bytes.equals(await readFile(join(folder, 'out.bin')))).toBe(true);
});

test('a file whose size nobody knows is sent all the same', async () => {
  const id = await connection.files.upload(
    (async function* () {
      yield Buffer.from('hel');
      yield Buffer.from('lo');
    })(),
    { name: 'hello.txt' },
  );
  const { body, mimetype } = await connection.files.download(id);

  expect(Buffer.concat(await body.toArray()).toString()).toBe('hello');
  expect(mimetype).toMatch(/^text\/plain/);
});

test('a missing file is its own error', async () => {
  await expect(connection.files.download(2 ** 31 - 1)).rejects.toMatchObject({ code: 'odoo_missing' });
});

test('a binary field takes a stream', async () => {
  const company = await createCompany();
  await writeFile(join(folder, 'dot.png'), Buffer.from(PNG, 'base64'));

  await setPicture(odoo, company, join(folder, 'dot.png'));

  const [row] = await odoo.model(Contact).read([company], ['image_1920']);
  expect(row?.image_1920).toMatch(/^iVBOR/);
});

test('an upload can be aborted half way', async () => {
  const abort = new AbortController();
  const endless = (async function* () {
    for (let n = 0; ; n += 1) {
      if (n === 20) abort.abort(new Error('enough'));
      yield Buffer.alloc(65_536);
    }
  })();

  const upload = connection.files.upload(endless, { name: 'endless', signal: abort.signal });

  await expect(upload).rejects.toThrow('enough');
});

test('a file that cannot be read fails with its own error', async () => {
  const upload = connection.files.upload(createReadStream(join(folder, 'nowhere')), { name: 'nowhere' });

  await expect(upload).rejects.toMatchObject({ code: 'ENOENT' });
});

test('settings hold for all calls made through them', async () => {
  const company = await createCompany([{ name: 'Ann' }]);
  const contacts = odoo.model(Contact);
  await contacts.write(await contacts.search([['parent_id', '=', company]]), { active: false });

  expect(await countArchived(odoo, company)).toBe(1);
  const late = odoo.with({ signal: AbortSignal.abort(new Error('late')) });
  await expect(countArchived(late, company)).rejects.toThrow('late');
});

test('errors are told apart by code', async () => {
  const company = await createCompany();
  const [me] = await odoo
    .model({ name: 'res.users', fields: { partner_id: { type: 'many2one', required: true } } })
    .searchRead([['id', '=', await connection.client.connect()]], { fields: ['partner_id'] });

  expect(await deleteContact(odoo, company)).toBe('deleted');
  expect(await deleteContact(odoo, me?.partner_id[0] ?? 0)).toBe('kept');
});

test('any other method can be called', async () => {
  const company = await createCompany();

  expect(await nameSearch(odoo, 'Acme')).toContainEqual([company, 'Acme']);
});

test('the page shows the examples as they are', async () => {
  const examples = join(import.meta.dirname, '../../docs/examples');
  const shown = codeBlocks(await readFile(join(examples, '../odoo-client.md'), 'utf8'));

  const files = (await readdir(examples)).filter((name) => name.endsWith('.ts'));
  const written = await Promise.all(
    files.map(async (name) => [name, await readFile(join(examples, name), 'utf8')] as const),
  );
  expect(shown).toEqual(Object.fromEntries(written));
});

test('the page has a remedy for every error code', async () => {
  const root = join(import.meta.dirname, '../..');
  const page = await readFile(join(root, 'docs/odoo-client.md'), 'utf8');
  const faults = await readFile(join(root, 'src/odoo/faults.ts'), 'utf8');

  const codes = [...faults.matchAll(/^ {2}\| '(odoo_\w+)'/gm)].map(([, code]) => code);
  const listed = [...page.matchAll(/^\| `(odoo_\w+)` \|/gm)].map(([, code]) => code);
  expect(codes.length).toBeGreaterThan(10);
  expect(listed.toSorted()).toEqual(codes.toSorted());
});

/** The page's TypeScript by the name of the example that it is said to be. */
function codeBlocks(page: string): Readonly<Record<string, string>> {
  const blocks = page.matchAll(/<!-- examples\/([a-z-]+\.ts) -->\n```ts\n(.*?)```/gs);
  return Object.fromEntries([...blocks].map(([, name = '', code = '']) => [name, code]));
}

const PNG =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
