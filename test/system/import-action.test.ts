import { afterEach, expect, test } from 'vitest';
import { recordWriter } from '../../src/addons/imports/record-writer.ts';
import { addons } from '../../src/addons/index.ts';
import { apply } from '../../src/deploy/apply.ts';
import { plan } from '../../src/deploy/plan.ts';
import { findExternalIds } from '../../src/odoo/external-ids.ts';
import { setUpWorlds } from './set-up-worlds.ts';

const EXTERNAL_ID = recordWriter.externalId;
const worlds = setUpWorlds();

afterEach(async () => {
  const declarations = addons.map(({ declaration }) => declaration);
  const planned = await plan(worlds.backend.odoo, declarations, { overwrite: true });
  await apply(worlds.backend.odoo, planned, () => undefined);
});

async function change(method: 'write' | 'unlink', ...values: readonly object[]): Promise<void> {
  const [action] = await findExternalIds(worlds.backend.odoo, [EXTERNAL_ID]);
  await worlds.backend.odoo.call('ir.actions.server', method, [[action?.recordId], ...values]);
}

test.each([
  ['fails', 'write', [{ code: "raise UserError('Out of order')" }], 'Out of order'],
  ['does nothing', 'write', [{ code: 'pass' }], 'it does not say what it has written'],
  ['is gone', 'unlink', [], `Odoo has no server action ${EXTERNAL_ID}`],
] as const)(
  'an action that %s is named once, and all records come over without it',
  async (_, method, values, reason) => {
    const world = await worlds.start();
    await change(method, ...values);

    const result = await world.run();

    expect(result).toMatchObject({ created: world.zammad.data.tickets.length, refused: 0 });
    expect(world.calls.filter((call) => call.endsWith('.load')).length).toBeGreaterThan(1);
    expect(world.warnings).toEqual([
      [
        expect.stringContaining('imports are slow'),
        {
          action: EXTERNAL_ID,
          reason: expect.stringContaining(reason),
          help: expect.stringContaining('apply --overwrite'),
        },
      ],
    ]);
  },
);

test.each(['base.main_partner', 'sale.anything', '__supportdesk__.group_service', '__export__.x', 'loose'])(
  'the action writes nothing under %s',
  async (xmlId) => {
    const { odoo } = worlds.backend;
    const name = `Forged ${xmlId}`;
    const asked = { model: 'res.partner', context: {}, records: [{ xml_id: xmlId, values: { name } }] };
    const [action] = await findExternalIds(odoo, [EXTERNAL_ID]);

    const run = odoo.call('ir.actions.server', 'run', [[action?.recordId]], {
      context: { supportdesk_records: asked },
    });

    await expect(run).rejects.toMatchObject({ code: 'odoo_user_error' });
    expect(await odoo.call('res.partner', 'search_count', [[['name', '=', name]]])).toBe(0);
  },
);
