import { afterAll, beforeAll, expect, test } from 'vitest';
import { carryOut } from '../../src/deploy/carry-out.ts';
import { plan } from '../../src/deploy/plan.ts';
import { renderPlan } from '../../src/deploy/render.ts';
import { systemClock } from '../../src/lib/clock.ts';
import { createLog } from '../../src/lib/log.ts';
import { defineAddon, defineModel, field } from '../../src/schema/index.ts';
import { type Backend, startBackend } from '../support/start-backend.ts';

let backend: Backend;

beforeAll(async () => {
  backend = await startBackend();
});
afterAll(() => backend.close());

const Note = defineModel('x_module.note', { label: 'Note', fields: { x_name: field.char('Name') } });
const addon = defineAddon({ name: 'notes', modules: ['mail', 'lunch'], models: [Note] });

test('apply installs the modules that the plan lists, and goes on', async () => {
  const { odoo } = backend;
  const shown = await plan(odoo, [addon]);
  expect(renderPlan(shown).split('\n')[0]).toMatch(/^\+ ir\.module\.module +lunch \(needed by notes\)$/);

  await carryOut(shown, {
    odoo,
    addons: [addon],
    clock: systemClock,
    log: createLog({ level: 'error', format: 'json' }),
    onProgress: () => undefined,
  });

  expect((await plan(odoo, [addon])).changes).toEqual([]);
});

test('a module that Odoo does not have is named before anything is written', async () => {
  const unknown = defineAddon({ name: 'notes', modules: ['no_such_module'] });

  await expect(plan(backend.odoo, [unknown])).rejects.toMatchObject({ code: 'missing_modules' });
});
