import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addons } from '../../src/addons/index.ts';
import { apply } from '../../src/deploy/apply.ts';
import { destructiveChanges } from '../../src/deploy/destructive.ts';
import { plan } from '../../src/deploy/plan.ts';
import { renderPlan } from '../../src/deploy/render.ts';
import {
  type AddonDeclaration,
  defineAccess,
  defineAddon,
  defineModel,
  defineMove,
  field,
} from '../../src/schema/index.ts';
import { interrupt, Killed } from '../support/interrupt.ts';
import { type Backend, startBackend } from '../support/start-backend.ts';

/** A real Odoo may hold the product, and keeps it. */
const product = process.env.TEST_BACKEND === 'live' ? addons.map(({ declaration }) => declaration) : [];
let backend: Backend;

beforeAll(async () => {
  backend = await startBackend();
});
afterAll(async () => {
  await deploy([]);
  await backend.close();
});

const access = (model: string) =>
  defineAccess({
    id: `access_${model.split('.')[1]}`,
    model,
    group: 'base.group_system',
    rights: ['read', 'write', 'create', 'delete'],
  });
const x_name = field.char('Name');

const before = defineAddon({
  name: 'trial',
  models: [
    defineModel('x_support.trial', { label: 'Trial', fields: { x_name, x_code: field.char('Code') } }),
  ],
  access: [access('x_support.trial')],
});
const after = defineAddon({
  name: 'trial',
  models: [
    defineModel('x_support.trial', { label: 'Trial', fields: { x_name } }),
    defineModel('x_support.code', {
      label: 'Code',
      fields: { x_trial_id: field.many2one('Trial', 'x_support.trial'), x_code: field.char('Code') },
    }),
  ],
  access: [access('x_support.trial'), access('x_support.code')],
  moves: [
    defineMove({
      from: 'x_support.trial.x_code',
      to: 'x_support.code.x_code',
      code: `
codes = env['x_support.code'].sudo()
for record in records - codes.search([]).mapped('x_trial_id'):
    codes.create({'x_trial_id': record.id, 'x_code': record.x_code})`.trim(),
    }),
  ],
});

const planFor = (declared: readonly AddonDeclaration[]) => plan(backend.odoo, [...product, ...declared]);

async function deploy(declared: readonly AddonDeclaration[], odoo = backend.odoo): Promise<void> {
  await apply(odoo, await planFor(declared), () => undefined);
}

/** Three records of the earlier version, two of them with a value. */
async function deployBefore(): Promise<void> {
  await deploy([]);
  await deploy([before]);
  await backend.odoo.call('x_support.trial', 'create', [
    [{ x_name: 'one', x_code: 'A' }, { x_name: 'two', x_code: 'B' }, { x_name: 'three' }],
  ]);
}

const readCodes = () =>
  backend.odoo.call('x_support.code', 'search_read', [[], ['x_trial_id', 'x_code']], { order: 'x_code' });

const moved = [
  { id: expect.any(Number), x_trial_id: [expect.any(Number), 'one'], x_code: 'A' },
  { id: expect.any(Number), x_trial_id: [expect.any(Number), 'two'], x_code: 'B' },
];

describe('the values of a field that is no longer declared', () => {
  test('are copied before it goes, which needs no consent', async () => {
    await deployBefore();
    const shown = await planFor([after]);

    await deploy([after]);

    expect(renderPlan(shown)).toContain(
      '> ir.model.fields            trial › x_support.trial.x_code → x_support.code.x_code (its values in 2 records are copied, then it is removed)',
    );
    expect(destructiveChanges(shown)).toEqual([]);
    expect(await readCodes()).toEqual(moved);
    expect(renderPlan(await planFor([after]))).toBe('No changes.');
  });

  test('are copied once, wherever the apply is cut short', async () => {
    const isLive = backend.kind === 'live';
    for (let cut = 0; ; cut += 1) {
      await deployBefore();
      const { odoo, wasHit } = interrupt(backend.odoo, { after: cut, isCarriedOut: cut % 2 === 0 });
      await deploy([after], odoo).catch((error: unknown) => {
        if (!(error instanceof Killed)) throw error;
      });

      await deploy([after]);

      expect({ cut, codes: await readCodes() }).toEqual({ cut, codes: moved });
      expect(renderPlan(await planFor([after]))).toBe('No changes.');
      // On a real Odoo each apply takes seconds: the cuts around the copying do.
      if (!wasHit() || (isLive && cut > 12)) return;
    }
  });

  test('stay where the code fails, and the error says which move it was', async () => {
    await deployBefore();
    const [move] = after.moves ?? [];
    const broken = { ...after, moves: [{ from: '', to: '', ...move, code: "raise UserError('not now')" }] };

    await expect(deploy([broken])).rejects.toThrow('not now');

    const rows = await backend.odoo.call('x_support.trial', 'search_read', [[], ['x_code']], { order: 'id' });
    expect(rows).toMatchObject([{ x_code: 'A' }, { x_code: 'B' }, { x_code: false }]);
    await deploy([after]);
    expect(await readCodes()).toEqual(moved);
  });
});
