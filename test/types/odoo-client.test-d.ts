import { describe, expectTypeOf, test } from 'vitest';
import { Contact, Country } from '../../docs/examples/shapes.ts';
import { createBinary } from '../../src/odoo/binary.ts';
import type { Odoo } from '../../src/odoo/model-api.ts';
import { nested } from '../../src/odoo/specification.ts';

declare const odoo: Odoo;
const contacts = odoo.model(Contact);

describe('a nested read', () => {
  test('is typed across relations, as deep as it is asked for', async () => {
    const [row] = await contacts.webRead([1], {
      name: {},
      parent_id: nested(Contact, { name: {}, country_id: nested(Country, { name: {}, code: {} }) }),
    });
    if (!row?.parent_id || row.parent_id.country_id === false) return;

    expectTypeOf(row.name).toEqualTypeOf<string | false>();
    expectTypeOf(row.parent_id.id).toEqualTypeOf<number>();
    expectTypeOf(row.parent_id.country_id.name).toEqualTypeOf<string>();
    expectTypeOf(row.parent_id.country_id.code).toEqualTypeOf<string | false>();
  });

  test('of a many2one without fields is its id', async () => {
    const [row] = await contacts.webRead([1], { parent_id: {} });

    expectTypeOf(row?.parent_id).toEqualTypeOf<number | false | undefined>();
  });

  test('of a one2many gives rows, or ids where nothing is asked for', async () => {
    const [row] = await contacts.webRead([1], { child_ids: nested(Contact, { type: {} }) });
    const [bare] = await contacts.webRead([1], { child_ids: {} });

    expectTypeOf(row?.child_ids[0]?.type).toEqualTypeOf<
      'contact' | 'invoice' | 'other' | false | undefined
    >();
    expectTypeOf(bare?.child_ids).toEqualTypeOf<readonly number[] | undefined>();
  });

  test('with a limit admits that some rows are only ids', async () => {
    const [row] = await contacts.webRead([1], {
      child_ids: nested(Contact, { is_company: {} }, { limit: 2 }),
    });

    expectTypeOf(row?.child_ids[0]?.is_company).toEqualTypeOf<boolean | undefined>();
    for (const child of row?.child_ids ?? []) expectTypeOf(child.id).toEqualTypeOf<number>();
  });

  test('refuses a misspelt field, another model than the relation leads to, and nesting where there is none', () => {
    // @ts-expect-error nam
    contacts.webRead([1], { parent_id: nested(Contact, { nam: {} }) });
    // @ts-expect-error country_id leads to res.country
    contacts.webRead([1], { country_id: nested(Contact, { name: {} }) });
    // @ts-expect-error name is no relation
    contacts.webRead([1], { name: nested(Contact, { name: {} }) });
    // @ts-expect-error not a row's field, as nobody asked for it
    contacts.webRead([1], { name: {} }).then(([row]) => row?.email);
  });
});

describe('iterate', () => {
  test('types its rows by fields or by specification', async () => {
    for await (const row of contacts.iterate([], { fields: ['name', 'parent_id'] })) {
      expectTypeOf(row.parent_id).toEqualTypeOf<readonly [id: number, name: string] | false>();
    }
    for await (const row of contacts.iterate([], {
      specification: { country_id: nested(Country, { name: {} }) },
    })) {
      if (row.country_id) expectTypeOf(row.country_id.name).toEqualTypeOf<string>();
    }
    // @ts-expect-error nam
    contacts.iterate([], { fields: ['nam'] });
    // @ts-expect-error neither fields nor specification
    contacts.iterate([], { batchSize: 10 });
  });
});

describe('writes', () => {
  test('take files for binary fields only', () => {
    const bytes = (async function* () {
      yield new Uint8Array();
    })();
    contacts.write([1], { image_1920: createBinary(bytes) });
    // @ts-expect-error name is text
    contacts.write([1], { name: createBinary(bytes) });
  });

  test('in batches take what create takes, also from a generator', () => {
    contacts.createInBatches([{ name: 'Ann' }]);
    // @ts-expect-error a key that the selection lacks
    contacts.createInBatches([{ type: 'friend' }]);
  });

  test('by external id name related records by id or external id', () => {
    contacts.upsert([{ externalId: 'a.b', values: { parent_id: 3 } }]);
    contacts.upsert([{ externalId: 'a.b', values: { parent_id: { externalId: 'a.c' } } }]);
    // @ts-expect-error a bare name is neither
    contacts.upsert([{ externalId: 'a.b', values: { parent_id: 'a.c' } }]);
  });

  test('are never told to be repeated by a setting', () => {
    odoo.with({ retry: false });
    // @ts-expect-error a create sent twice creates twice
    odoo.with({ retry: true });
  });
});
