import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { findExternalIds } from '../../src/odoo/external-ids.ts';
import type { Backend } from '../support/start-backend.ts';
import { startDeployed } from '../support/start-deployed.ts';

let backend: Backend;

beforeAll(async () => {
  ({ backend } = await startDeployed());
});
afterAll(() => backend.close());

const Views = z.object({ views: z.object({ form: z.object({ arch: z.string() }) }) });

/** The emulator knows no forms of Odoo's own. */
describe.runIf(process.env.TEST_BACKEND === 'live')('Odoo’s form for users', () => {
  test('offers our groups without developer mode', async () => {
    const names = ['technician_own', 'technician_team', 'technician', 'administrator', 'service'];
    const rows = await findExternalIds(backend.odoo, [
      'base.view_users_form',
      ...names.map((name) => `__supportdesk__.group_${name}`),
    ]);
    const idOf = (end: string) => rows.find(({ externalId }) => externalId.endsWith(`_${end}`))?.recordId;
    const [own, team, technician, administrator, service] = names.map(idOf);

    const views = await backend.odoo.call('res.users', 'get_views', [[[idOf('view_users_form'), 'form']]]);

    const { arch } = Views.parse(views).views.form;
    const shown = (arch.match(/<field [^>]*>/g) ?? []).filter((field) => !/ invisible="True"/.test(field));
    expect(shown.join('\n')).toContain(
      `name="sel_groups_${[own, team, technician, administrator].toSorted((a = 0, b = 0) => a - b).join('_')}"`,
    );
    expect(shown.join('\n')).toContain(`name="sel_groups_${service}"`);
  });
});
