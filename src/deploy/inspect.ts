import { groupBy } from '../lib/group-by.ts';
import { InstalledModule } from '../odoo/builtin-models.ts';
import { findExternalIds, listExternalIds } from '../odoo/external-ids.ts';
import type { Odoo } from '../odoo/model-api.ts';
import { PREFIX } from '../schema/index.ts';
import { type DesiredRecord, referencesOf } from './record.ts';

/** What Odoo holds of all that we declare or once declared. */
export interface LiveState {
  /** Database ids by external id: our own records, and those of Odoo's that ours refer to. */
  readonly ids: ReadonlyMap<string, LiveRecord>;
  /** The declared columns of our own records, as Odoo reads them out. */
  readonly rows: ReadonlyMap<string, Readonly<Record<string, unknown>>>;
  readonly installedModules: ReadonlySet<string>;
}

export interface LiveRecord {
  readonly externalId: string;
  readonly model: string;
  readonly recordId: number;
}

/** Reads everything in a handful of calls: external ids, then one read for each of Odoo's models concerned. */
export async function inspect(odoo: Odoo, desired: readonly DesiredRecord[]): Promise<LiveState> {
  const foreign = [...new Set(desired.flatMap(referencesOf))].filter((id) => !id.startsWith(`${PREFIX}.`));
  const [own, others, modules] = await Promise.all([
    listExternalIds(odoo, PREFIX),
    findExternalIds(odoo, foreign),
    odoo.model(InstalledModule).searchRead([['state', '=', 'installed']], { fields: ['name'] }),
  ]);
  const rows = await readRows(odoo, own, desired);
  return {
    ids: new Map([
      ...own.filter(({ externalId }) => rows.has(externalId)).map((row) => [row.externalId, row] as const),
      ...others.flatMap((row) => [[row.externalId, row] as const, [anyModule(row.externalId), row] as const]),
    ]),
    rows,
    installedModules: new Set(modules.map(({ name }) => name)),
  };
}

/** How declarations name one of Odoo's models or fields: whatever module brought it. */
const anyModule = (externalId: string) => `*${externalId.slice(externalId.indexOf('.'))}`;

/** Archived records too, and menus that nobody would see, such as one without entries. */
const READ_ALL = { active_test: false, 'ir.ui.menu.full_list': true };

async function readRows(odoo: Odoo, own: readonly LiveRecord[], desired: readonly DesiredRecord[]) {
  const desiredByModel = groupBy(desired, ({ model }) => model);
  const reads = [...groupBy(own, ({ model }) => model)].map(async ([model, records]) => {
    const columns = new Set(
      (desiredByModel.get(model) ?? []).flatMap(({ values, late }) => [
        ...Object.keys(values),
        ...Object.keys(late ?? {}),
      ]),
    );
    const found = await odoo
      .model({ name: model, fields: {} })
      .searchRead([['id', 'in', records.map(({ recordId }) => recordId)]], {
        // Without any name Odoo would read all fields.
        fields: (columns.size > 0 ? [...columns] : ['id']) as never[],
        context: READ_ALL,
      });
    const byId = new Map(found.map((row) => [row.id, row]));
    return records.flatMap(({ externalId, recordId }) => {
      const row = byId.get(recordId);
      return row ? [[externalId, row] as const] : [];
    });
  });
  return new Map((await Promise.all(reads)).flat());
}
