import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { apply } from '../../src/deploy/apply.ts';
import { plan } from '../../src/deploy/plan.ts';
import { findExternalIds } from '../../src/odoo/external-ids.ts';
import { defineAddon, defineServerAction } from '../../src/schema/index.ts';
import { type Backend, startBackend } from '../support/start-backend.ts';

const loans = defineAddon({
  name: 'loans',
  serverActions: [
    defineServerAction({
      id: 'action_say_late',
      label: 'Say what is late',
      model: 'res.partner',
      code: "action = {'said': say('loan.late', env.context.get('reader'), {'name': 'Beamer'})}",
      says: ['loan.late'],
    }),
  ],
  phrases: {
    en: { 'loan.late': '{{name}} is 100% late' },
    nl: { 'loan.late': '{{name}} is “100%” te laat' },
  },
});

import { engineDeclarations as declarations } from '../support/engine-declarations.ts';

let backend: Backend;
beforeAll(async () => {
  backend = await startBackend();
  await apply(backend.odoo, await plan(backend.odoo, [...declarations, loans]), () => undefined);
});
afterAll(async () => {
  await apply(backend.odoo, await plan(backend.odoo, declarations), () => undefined);
  await backend.close();
});

test.each([
  ['nl_NL', 'Beamer is “100%” te laat'],
  ['nl_BE', 'Beamer is “100%” te laat'],
  ['de_DE', 'Beamer is 100% late'],
  [false, 'Beamer is 100% late'],
])('to a reader of %s Python in Odoo says: %s', async (reader, words) => {
  const [found] = await findExternalIds(backend.odoo, ['__supportdesk__.action_say_late']);

  const answer = await backend.odoo.call('ir.actions.server', 'run', [[found?.recordId]], {
    context: { reader },
  });

  expect(z.object({ said: z.string() }).parse(answer).said).toBe(words);
});
