import type { Settings } from '../../config.ts';
import { plan } from '../../deploy/plan.ts';
import { AppError, errorMessage } from '../../lib/errors.ts';
import { InstalledModule } from '../../odoo/builtin-models.ts';
import type { Check } from '../check.ts';
import type { Parts } from '../compose.ts';
import type { Terminal } from '../terminal.ts';

/** Reaches Odoo and every source, and says of each thing whether it is right. Answers 0 where all is. */
export async function doctorCommand(parts: Parts, settings: Settings, terminal: Terminal): Promise<number> {
  let failures = 0;
  for (const { label, run } of [
    ...odooChecks(parts, settings),
    ...(parts.zammad ? [parts.zammad.check] : []),
    ...portalChecks(settings),
  ]) {
    try {
      terminal.print(`✓ ${label.padEnd(12)} ${await run()}`);
    } catch (error) {
      failures += 1;
      terminal.print(`✗ ${label.padEnd(12)} ${errorMessage(error)}`);
      if (error instanceof AppError && error.help) terminal.print(`  → ${error.help}`);
      if (label === 'Odoo' || label === 'Login') break;
    }
  }
  terminal.print(
    failures === 0 ? '\nAll is well.' : '\nNot ready yet: follow the arrows, then run doctor again.',
  );
  return failures === 0 ? 0 : 1;
}

function odooChecks({ client, odoo, declarations }: Parts, settings: Settings): readonly Check[] {
  const modules = [...new Set(declarations.flatMap((addon) => addon.modules ?? []))];
  return [
    {
      label: 'Odoo',
      run: async () => `${settings.ODOO_URL} runs Odoo ${(await client.version()).server_version}`,
    },
    {
      label: 'Login',
      run: async () => `${settings.ODOO_USERNAME} on ${settings.ODOO_DB} is user ${await client.connect()}`,
    },
    {
      label: 'Modules',
      async run() {
        const installed = await odoo.model(InstalledModule).searchRead(
          [
            ['name', 'in', modules],
            ['state', '=', 'installed'],
          ],
          { fields: ['name'] },
        );
        const missing = modules.filter((name) => !installed.some((module) => module.name === name));
        if (missing.length === 0) return modules.join(', ');
        throw new AppError(`missing: ${missing.join(', ')}`, {
          code: 'missing_modules',
          help: 'Install them in Odoo under Apps (remove the filter “Apps” there to see all modules).',
        });
      },
    },
    {
      label: 'Rights',
      async run() {
        const uid = await client.connect();
        if (await odoo.call('res.users', 'has_group', [uid, 'base.group_system'], {}, { retry: true })) {
          return 'may change models and views (Settings)';
        }
        throw new AppError(`${settings.ODOO_USERNAME} may not change models and views`, {
          code: 'missing_rights',
          help: 'plan and apply need a user with Administration: Settings (Odoo › Settings › Users).',
        });
      },
    },
    {
      label: 'Declarations',
      async run() {
        const { changes } = await plan(odoo, declarations);
        if (changes.length === 0) return 'all applied';
        throw new AppError(`${changes.length} changes pending`, {
          code: 'pending_changes',
          help: 'See them with: plan. Carry them out with: apply',
        });
      },
    },
  ];
}

function portalChecks({ COOKIE_SECRET, PUBLIC_URL }: Settings): readonly Check[] {
  return [
    {
      label: 'Portal',
      async run() {
        if (COOKIE_SECRET === undefined) {
          throw new AppError('COOKIE_SECRET is not set', {
            code: 'configuration',
            help: 'serve needs it. Make one with: openssl rand -hex 32',
          });
        }
        return PUBLIC_URL ?? 'PUBLIC_URL is empty: customers reach it on localhost only';
      },
    },
  ];
}
