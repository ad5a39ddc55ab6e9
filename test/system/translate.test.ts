import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addons } from '../../src/addons/index.ts';
import { apply } from '../../src/deploy/apply.ts';
import { plan } from '../../src/deploy/plan.ts';
import { findExternalIds } from '../../src/odoo/external-ids.ts';
import { createOdoo } from '../../src/odoo/model-api.ts';
import { type Backend, startBackend } from '../support/start-backend.ts';

const declarations = addons.map(({ declaration }) => declaration);
const languages = ['nl_NL', 'th_TH'];
let backend: Backend;

beforeAll(async () => {
  backend = await startBackend();
});
afterAll(() => backend.close());

const applyAll = async () => apply(backend.odoo, await plan(backend.odoo, declarations), () => undefined);

describe('texts in other languages', () => {
  test('wait until Odoo has the language', async () => {
    await applyAll();

    expect((await plan(backend.odoo, declarations)).changes).toEqual([]);
  });

  test('are planned once it has, applied, and then there is nothing left to do', async () => {
    await installLanguages();
    const planned = await plan(backend.odoo, declarations);
    const columns = planned.changes.flatMap((change) =>
      'columns' in change ? change.columns.map(({ column }) => column) : [],
    );
    expect(columns).toContain('field_description@nl_NL');
    expect(columns).toContain('arch@th_TH');

    await apply(backend.odoo, planned, () => undefined);

    expect((await plan(backend.odoo, declarations)).changes).toEqual([]);
    expect(await read('ir.model.fields', 'field_description', 'x_name', 'nl_NL')).toContain('Onderwerp');
    expect(await read('ir.model.fields', 'field_description', 'x_name', 'en_US')).toContain('Subject');
    expect(String(await read('ir.ui.view', 'arch', 'ticket_kanban', 'nl_NL'))).toContain(
      'Klant heeft geantwoord',
    );
    expect(String(await read('ir.ui.view', 'arch', 'ticket_kanban', 'en_US'))).toContain('Customer Replied');
    expect(String(await read('ir.ui.view', 'arch', 'portal_tile', 'th_TH'))).toContain('ทิกเก็ต');
  });

  test('cost a plan with nothing to do no calls of their own', async () => {
    const calls: string[] = [];
    const counting = createOdoo({
      call(model, method, ...rest) {
        calls.push(`${model}.${method}`);
        return backend.odoo.call(model, method, ...rest);
      },
    });

    expect((await plan(counting, declarations)).changes).toEqual([]);

    expect(calls.sort()).toEqual([
      'ir.actions.server.run',
      'ir.model.data.search_read',
      'ir.module.module.search_read',
      'res.lang.search_read',
    ]);
  });

  test('are read one by one where somebody broke the reader', async () => {
    const [reader] = await findExternalIds(backend.odoo, ['__supportdesk__.reader']);
    const write = (code: string) =>
      backend.odoo.call('ir.actions.server', 'write', [[reader?.recordId], { code }]);
    await write('action = 1 / 0');

    const planned = await plan(backend.odoo, declarations, { overwrite: true });

    expect(planned.changes).toMatchObject([{ kind: 'update', columns: [{ column: 'code' }] }]);
    await apply(backend.odoo, planned, () => undefined);
    expect((await plan(backend.odoo, declarations)).changes).toEqual([]);
  });

  test('are kept where people changed them', async () => {
    const [menu] = await rows('ir.ui.menu', 'name', 'All Tickets', 'en_US');
    const args = [[menu?.id], 'name', { nl_NL: 'Alle meldingen' }];
    await backend.odoo.call('ir.ui.menu', 'update_field_translations', args);

    const { changes, kept } = await plan(backend.odoo, declarations);

    expect(changes).toEqual([]);
    expect(kept?.flatMap((record) => record.columns.map(({ column, from }) => [column, from]))).toEqual([
      ['name@nl_NL', 'Alle meldingen'],
    ]);
    await apply(backend.odoo, await plan(backend.odoo, declarations, { overwrite: true }), () => undefined);
    expect((await plan(backend.odoo, declarations)).kept).toEqual([]);
  });
});

async function installLanguages(): Promise<void> {
  const context = { active_test: false };
  const ids = await backend.odoo.call('res.lang', 'search', [[['code', 'in', languages]]], { context });
  await backend.odoo.call('res.lang', 'write', [ids, { active: true }]);
}

async function rows(model: string, column: string, name: string, lang: string) {
  const context = { lang, 'ir.ui.menu.full_list': true };
  return backend.odoo
    .model({ name: model, fields: { name: { type: 'char' }, [column]: { type: 'char' } } })
    .searchRead([['name', '=', name]], { fields: [column], context });
}

const read = async (model: string, column: string, name: string, lang: string) =>
  (await rows(model, column, name, lang)).map(
    (row) => Object.entries(row).find(([key]) => key === column)?.[1],
  );
