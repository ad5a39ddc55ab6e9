import type { Parts } from '../compose.ts';
import type { Check } from './check.ts';

/** Every source that the settings name can be reached, with rights that suffice. */
export function sourceChecks({ importers }: Parts): readonly Check[] {
  return importers.map((importer) => ({
    label: importer.key === 'zammad' ? 'Zammad' : `Zammad ${importer.key}`,
    run: async () => ({ text: (await importer.test({ signal: new AbortController().signal })).join('; ') }),
  }));
}
