import type { I18n } from '../../lib/i18n.ts';
import type { Odoo } from '../../odoo/model-api.ts';
import { findOwnLanguage } from '../../odoo/own-language.ts';
import type { Importer } from './importer.ts';
import { ImportRun } from './models.ts';
import type { SourceRecord } from './source-record.ts';
import { phrase } from './texts.ts';

/** Somebody asked for a source that the settings do not name any more: better a word than silence. */
export async function refuseRequests(
  odoo: Odoo,
  records: readonly SourceRecord[],
  importers: readonly Importer[],
  sayIn: I18n['sayIn'],
): Promise<void> {
  const known = new Set(importers.map(({ key }) => key));
  const runs = records.flatMap(({ x_key, x_run_state, x_run_id }) =>
    x_run_state === 'requested' && x_run_id && !known.has(x_key || '') ? [x_run_id[0]] : [],
  );
  if (runs.length === 0) return;
  const say = sayIn(await findOwnLanguage(odoo));
  await odoo.model(ImportRun).write(runs, {
    x_state: 'failed',
    x_log: `${say(phrase('imports.unknownSource'))}\n→ ${say(phrase('imports.unknownSource.help'))}`,
  });
}
