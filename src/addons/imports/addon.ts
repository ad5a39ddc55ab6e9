import { english } from '../../lib/phrase.ts';
import type { Addon } from '../addon.ts';
import type { DemoLogin } from '../demo-login.ts';
import type { Services } from '../services.ts';
import { importersOf } from './connectors.ts';
import { imports as declaration } from './declaration.ts';
import { createImportJob } from './job.ts';
import { createImportMetrics } from './metrics.ts';
import { runImport } from './run-import.ts';
import { importSettings } from './settings.ts';
import { importCommand } from './shell/import-command.ts';

/** A first run of every source, as a request from nobody would be. */
async function importAll(services: Services): Promise<readonly DemoLogin[]> {
  const { odoo, clock, log, i18n } = services;
  const { signal } = new AbortController();
  for (const importer of importersOf(services)) {
    await runImport({
      odoo,
      sayIn: i18n.sayIn,
      importer,
      clock,
      log,
      signal,
      mode: 'import',
      trigger: 'shell',
    });
  }
  return [];
}

export const imports: Addon = {
  declaration,
  settings: importSettings,
  jobs(services) {
    const importers = importersOf(services);
    if (importers.length === 0) return [];
    const { odoo, clock, i18n, settings, registry } = services;
    const { IMPORT_POLL_SECONDS: pollSeconds } = importSettings.of(settings);
    const metrics = createImportMetrics(registry);
    return [createImportJob({ odoo, sayIn: i18n.sayIn, importers, clock, pollSeconds, metrics })];
  },
  /** Every source can be reached, with rights that suffice. */
  checks: (services) =>
    importersOf(services).map((importer) => ({
      label: importer.label,
      run: async () => ({
        text: (await importer.test({ signal: new AbortController().signal })).map(english).join('; '),
      }),
    })),
  commands: [importCommand],
  demo: importAll,
};
