import type { Odoo } from '../../odoo/model-api.ts';
import { importRecords } from '../../sync/import-records.ts';
import type { ExternalNames } from './external-names.ts';
import { ImportSource } from './models.ts';

export interface SourceRecord {
  readonly id: number;
  readonly x_cursor: string | false;
  readonly x_active: boolean;
}

/** The record by which administrators see the source in Odoo, and which keeps its cursor. */
export async function findSourceRecord(odoo: Odoo, sourceName: string): Promise<SourceRecord | undefined> {
  const rows = await odoo.model(ImportSource).searchRead([['x_name', '=', sourceName]], {
    fields: ['x_cursor', 'x_active'],
    order: 'id',
    limit: 1,
    context: { active_test: false },
  });
  return rows[0];
}

/** Where there is none of that name, it is made; one that was renamed gets its name back and keeps its cursor. */
export async function getSourceRecord(
  odoo: Odoo,
  names: ExternalNames,
  source: { readonly name: string; readonly url: string },
): Promise<SourceRecord> {
  const found = await findSourceRecord(odoo, source.name);
  if (found) return found;
  const cells = { x_name: source.name, x_kind: 'rest', x_url: source.url };
  const { refused } = await importRecords(odoo, ImportSource, [{ externalId: names.source(), cells }]);
  const made = await findSourceRecord(odoo, source.name);
  if (made) return made;
  throw new Error(
    `Odoo does not keep the import source "${source.name}": ${refused[0]?.reason ?? 'unknown'}`,
  );
}
