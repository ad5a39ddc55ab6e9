import { randomBytes } from 'node:crypto';
import { startOdooEmulator } from '../emulator/odoo/server.ts';
import { startZammadEmulator } from '../emulator/zammad/server.ts';
import { importCommand } from '../src/cli/commands/import.ts';
import { stopSignal } from '../src/cli/commands/serve.ts';
import { compose, type Parts } from '../src/cli/compose.ts';
import { startService } from '../src/cli/service.ts';
import type { Terminal } from '../src/cli/terminal.ts';
import { parseSettings } from '../src/config.ts';
import { apply } from '../src/deploy/apply.ts';
import { plan } from '../src/deploy/plan.ts';
import { DEMO_CUSTOMERS, seedPeople } from './seed-people.ts';

/** The whole product on embedded parts: an emulated Odoo and Zammad, sample data, the import and the portal. */
export async function runDemo(
  terminal: Terminal,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<number> {
  terminal.note('Starting an emulated Odoo 18 and an emulated Zammad …');
  const odoo = await startOdooEmulator({ database: 'demo' });
  const zammad = await startZammadEmulator();
  const settings = parseSettings({
    PORT: environment.PORT,
    LOG_LEVEL: environment.LOG_LEVEL ?? 'warn',
    ODOO_URL: odoo.url,
    ODOO_DB: odoo.database,
    ODOO_USERNAME: 'admin',
    ODOO_PASSWORD: 'admin',
    COOKIE_SECRET: randomBytes(32).toString('hex'),
    ZAMMAD_URL: zammad.url,
    ZAMMAD_TOKEN: zammad.token,
  });
  const parts = compose(settings);
  try {
    await prepare(parts, terminal);
    const service = await startService(parts, settings);
    terminal.print(renderWelcome(service.url));
    await stopSignal();
    await service.stop();
    return 0;
  } finally {
    parts.close();
    await Promise.all([odoo.close(), zammad.close()]);
  }
}

async function prepare(parts: Parts, terminal: Terminal): Promise<void> {
  const planned = await plan(parts.odoo, parts.declarations);
  terminal.note(`Applying ${planned.changes.length} declarations to Odoo …`);
  await apply(parts.odoo, planned, () => undefined);
  await seedPeople(parts.odoo);
  terminal.note('Importing the tickets from Zammad …');
  await importCommand(parts, terminal, {});
}

function renderWelcome(url: string): string {
  const logins = DEMO_CUSTOMERS.map(
    ({ login, password, company }) => `    ${login} / ${password}   (${company})`,
  );
  return [
    '',
    `  The customers’ portal is at  ${url}/my/tickets`,
    '',
    '  Log in as',
    ...logins,
    '',
    '  Ctrl+C stops it. Nothing is kept.',
    '',
  ].join('\n');
}
