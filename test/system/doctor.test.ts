import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { doctorCommand } from '../../src/cli/commands/doctor.ts';
import { compose } from '../../src/cli/compose.ts';
import { apply } from '../../src/deploy/apply.ts';
import { plan } from '../../src/deploy/plan.ts';
import { findExternalIds } from '../../src/odoo/external-ids.ts';
import { createServiceLogin } from '../support/create-service-account.ts';
import { type Backend, startBackend } from '../support/start-backend.ts';

let backend: Backend;

beforeAll(async () => {
  backend = await startBackend();
});
afterAll(() => backend.close());

const PORTAL = { COOKIE_SECRET: 'x'.repeat(32), PUBLIC_URL: 'https://support.example.com' };

/** Runs doctor with these settings beside Odoo's; answers its exit code and its report. */
async function runDoctor(settings: Readonly<Record<string, string>> = {}) {
  const lines: string[] = [];
  const parts = compose({ ...backend.settings, ...PORTAL, ...settings });
  const print = (line: string) => void lines.push(line);
  const code = await doctorCommand(parts, {
    isInteractive: false,
    hasColours: false,
    print,
    note: print,
  });
  parts.close();
  return { code, report: lines.join('\n') };
}

describe('doctor', () => {
  test('says that an Odoo is ready, and what deserves a second look', async () => {
    const { declarations } = compose(backend.settings);
    await apply(backend.odoo, await plan(backend.odoo, declarations), () => undefined);

    const { code, report } = await runDoctor();

    expect(report).toContain('✓ Declarations all applied');
    expect(report).toMatch(/^! Rights +an administrator/m);
    expect(report).toMatch(/^✓ Addresses +Odoo believes its proxies/m);
    expect(report).toMatch(/^! Mail +0 outgoing and 0 incoming servers\n {2}→ Customers get no email/m);
    expect(report).toMatch(/\nIt works, but \d things deserve a look\. Follow the arrows\.$/);
    expect(code).toBe(0);
  });

  test('knows the service account, which may see neither declarations nor mail servers', async () => {
    const { code, report } = await runDoctor(await createServiceLogin(backend));

    expect(report).toMatch(/^✓ Rights +the service account: right for serve and import$/m);
    expect(report).toMatch(/^✓ Declarations only an administrator can compare them$/m);
    expect(code).toBe(0);
  });

  test('names the groups that the service account has and does not need', async () => {
    const login = await createServiceLogin(backend);
    const contacts = await findExternalIds(backend.odoo, ['base.group_partner_manager']);
    const users = [['login', '=', login.ODOO_USERNAME]];
    const ids = await backend.odoo.call('res.users', 'search', [users]);
    await backend.odoo.call('res.users', 'write', [ids, { groups_id: [[4, contacts[0]?.recordId]] }]);

    const { report } = await runDoctor(login);

    expect(report).toMatch(
      /^! Rights +the service account.*\n.*remove it from: Extra Rights \/ Contact Creation\.$/m,
    );
    expect((await runDoctor()).report).toContain(
      `The service account ${login.ODOO_USERNAME} has more rights than it needs. In Odoo › Settings › Users, remove it from: Extra Rights / Contact Creation.`,
    );
  });

  test('names the one thing that keeps it from looking further', async () => {
    const { code, report } = await runDoctor({ ODOO_PASSWORD: 'wrong' });

    expect(report).toMatch(/^✓ Odoo /m);
    expect(report).toMatch(/^✗ Login .*\n {2}→ .*ODOO_PASSWORD/m);
    expect(report).not.toContain('Declarations');
    expect(code).toBe(1);
  });
});
