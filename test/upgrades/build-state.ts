import type { Odoo } from '../../src/odoo/model-api.ts';
import { loadSnapshot } from './load-snapshot.ts';
import type { RecordedState } from './recorded-state.ts';
import { replayCalls } from './replay-calls.ts';

/** Makes of a fresh Odoo what it was when the state was recorded. */
export async function buildState(odoo: Odoo, { deployed, people, data }: RecordedState): Promise<void> {
  await activateLanguages(odoo);
  await replayCalls(odoo, deployed);
  await replayCalls(odoo, people);
  await loadSnapshot(odoo, data);
}

const LANGUAGES = ['nl_NL', 'es_ES', 'fr_FR', 'th_TH'];

export async function activateLanguages(odoo: Odoo): Promise<void> {
  const domain = [
    ['code', 'in', LANGUAGES],
    ['active', '=', false],
  ];
  const ids = await odoo.call('res.lang', 'search', [domain], { context: { active_test: false } });
  if (Array.isArray(ids) && ids.length > 0) await odoo.call('res.lang', 'write', [ids, { active: true }]);
}
