import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addons } from '../../src/addons/index.ts';
import { apply } from '../../src/deploy/apply.ts';
import { plan } from '../../src/deploy/plan.ts';
import { renderPlan } from '../../src/deploy/render.ts';
import type { Odoo } from '../../src/odoo/model-api.ts';
import { type AddonDeclaration, field } from '../../src/schema/index.ts';
import { type Interruption, interrupt, Killed } from '../support/interrupt.ts';
import { type Backend, startBackend } from '../support/start-backend.ts';
import { trialAddon } from '../support/trial-addon.ts';

const isLive = process.env.TEST_BACKEND === 'live';
let backend: Backend;

beforeAll(async () => {
  backend = await startBackend();
});
afterAll(async () => {
  await deploy(backend.odoo, nothing);
  await backend.close();
});

/** A real Odoo may hold the product, and keeps it. */
const product = isLive ? addons.map(({ declaration }) => declaration) : [];
const nothing = product;
const first = [...product, trialAddon()];
/** Something of every kind of change: created, updated, replaced, deleted. */
const second = [
  ...product,
  {
    ...trialAddon({
      label: 'Attempt',
      size: field.char('Size', { default: 'L' }),
      list: '<list><field name="x_size"/><field name="x_kind"/></list>',
      domain: "[('x_kind', '=', 'one')]",
      menu: 'Attempts',
    }),
    sequences: [],
  },
];

async function deploy(odoo: Odoo, declared: readonly AddonDeclaration[]) {
  await apply(odoo, await plan(odoo, declared), () => undefined);
}

/** Applies until the end comes, then once more as anybody would. Answers whether the end came at all. */
async function killAndResume(declared: readonly AddonDeclaration[], interruption: Interruption) {
  const { odoo, wasHit } = interrupt(backend.odoo, interruption);
  const planned = await plan(backend.odoo, declared);
  await apply(odoo, planned, () => undefined).catch((error: unknown) => {
    if (!(error instanceof Killed)) throw error;
  });
  const resumed = await plan(backend.odoo, declared);
  const told = { kept: resumed.kept, pending: resumed.changes.length };
  await apply(backend.odoo, resumed, () => undefined);
  return { ...told, wasHit: wasHit(), left: renderPlan(await plan(backend.odoo, declared)) };
}

/** The steps at which to die: every one on the emulator, about twenty by chance on a real Odoo, where each takes seconds. */
async function* deaths(): AsyncGenerator<Interruption> {
  for (let after = 0; ; after += 1) {
    for (const isCarriedOut of [false, true]) {
      if (!isLive || Math.random() < 0.3) yield { after, isCarriedOut };
    }
  }
}

async function killEverywhere(
  from: readonly AddonDeclaration[],
  to: readonly AddonDeclaration[],
): Promise<number> {
  for await (const death of deaths()) {
    await deploy(backend.odoo, from);
    const { wasHit, kept, pending, left } = await killAndResume(to, death);
    expect({ ...death, kept, left }).toEqual({ ...death, kept: [], left: 'No changes.' });
    if (!wasHit) return death.after;
    // Only the very last write, once it is carried out, leaves nothing to do.
    expect(pending > 0 || death.isCarriedOut).toBe(true);
  }
  return 0;
}

describe('an apply that is killed', () => {
  test('while it creates is completed by the next one', { timeout: 1_800_000 }, async () => {
    expect(await killEverywhere(nothing, first)).toBeGreaterThan(10);
  });

  test('while it changes, replaces and deletes is completed by the next one', {
    timeout: 1_800_000,
  }, async () => {
    expect(await killEverywhere(first, second)).toBeGreaterThan(8);
  });

  test('while it deletes is completed by the next one', { timeout: 1_800_000 }, async () => {
    expect(await killEverywhere(first, nothing)).toBeGreaterThan(8);
  });

  test('half-way is completed by other declarations too', { timeout: 1_800_000 }, async () => {
    for (const after of [1, 4, 7]) {
      await deploy(backend.odoo, nothing);
      const { odoo } = interrupt(backend.odoo, { after, isCarriedOut: true });
      await apply(odoo, await plan(backend.odoo, first), () => undefined).catch(() => undefined);

      const resumed = await plan(backend.odoo, second);
      await apply(backend.odoo, resumed, () => undefined);

      expect(resumed.kept).toEqual([]);
      expect(renderPlan(await plan(backend.odoo, second))).toBe('No changes.');
    }
  });
});
