import { randomBytes } from 'node:crypto';
import { startOdooEmulator } from '../emulator/odoo/server.ts';
import { startZammadEmulator } from '../emulator/zammad/server.ts';
import type { DemoLogin } from '../src/addons/demo-login.ts';
import { compose, type Parts } from '../src/cli/compose.ts';
import { startService } from '../src/cli/service.ts';
import { apply } from '../src/deploy/apply.ts';
import { plan } from '../src/deploy/plan.ts';
import type { Environment } from '../src/lib/settings-part.ts';
import { stopSignal } from '../src/lib/stop-signal.ts';
import type { Terminal } from '../src/lib/terminal.ts';

/** The whole product on embedded parts: an emulated Odoo and Zammad, sample data, the import and the portal. */
export async function runDemo(terminal: Terminal, environment: Environment): Promise<number> {
  terminal.note('Starting an emulated Odoo 18 and an emulated Zammad …');
  const odoo = await startOdooEmulator({ database: 'demo' });
  const zammad = await startZammadEmulator();
  const parts = compose({
    HOST: environment.HOST,
    PORT: environment.PORT,
    SUPPORTDESK_CONFIG: environment.SUPPORTDESK_CONFIG,
    LOG_LEVEL: environment.LOG_LEVEL ?? 'warn',
    ODOO_URL: odoo.url,
    ODOO_DB: odoo.database,
    ODOO_USERNAME: 'admin',
    ODOO_PASSWORD: 'admin',
    COOKIE_SECRET: randomBytes(32).toString('hex'),
    ZAMMAD_URL: zammad.url,
    ZAMMAD_TOKEN: zammad.token,
  });
  try {
    const logins = await prepare(parts, terminal);
    const service = await startService(parts);
    terminal.print(renderWelcome(service.url, logins));
    await stopSignal();
    await service.stop();
    return 0;
  } finally {
    parts.close();
    await Promise.all([odoo.close(), zammad.close()]);
  }
}

async function prepare(parts: Parts, terminal: Terminal): Promise<readonly DemoLogin[]> {
  const planned = await plan(parts.odoo, parts.declarations);
  terminal.note(`Applying ${planned.changes.length} declarations to Odoo …`);
  await apply(parts.odoo, planned, () => undefined);
  terminal.note('Filling in sample data …');
  const logins: DemoLogin[] = [];
  for (const { demo } of parts.addons) logins.push(...((await demo?.(parts.services)) ?? []));
  return logins;
}

function renderWelcome(url: string, logins: readonly DemoLogin[]): string {
  const at = (place: DemoLogin['place']) =>
    logins
      .filter((login) => login.place === place)
      .map(({ login, password, name, company }) => `    ${login} / ${password}   (${company ?? name})`);
  return [
    '',
    `  The customers’ portal is at  ${url}/my/tickets`,
    '',
    '  Log in as a customer',
    ...at('portal'),
    '  or as a technician, who sees and answers everybody’s tickets there',
    ...at('odoo'),
    '',
    '  Technicians and administrators work in Odoo’s own screens, which the emulator does not have: for those, apply to a',
    '  real Odoo 18, as README.md tells.',
    '',
    '  Ctrl+C stops it. Nothing is kept.',
    '',
  ].join('\n');
}
