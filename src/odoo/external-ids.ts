import { groupBy } from '../lib/group-by.ts';
import { ExternalId } from './builtin-models.ts';
import type { DomainLeaf } from './domain.ts';
import type { Odoo } from './model-api.ts';

/** An external id in full, `module.name`, and the record it stands for. */
export interface ExternalIdRow {
  readonly externalId: string;
  readonly model: string;
  readonly recordId: number;
}

/**
 * Where the names stand for records, all in one call; names that Odoo does not know are left out. A star for the
 * module, as in `*.model_res_partner`, finds the name in any; the answer then names the module. A star for the name,
 * as in `__supportdesk__.*`, finds all of the module.
 */
export async function findExternalIds(
  odoo: Odoo,
  externalIds: readonly string[],
): Promise<readonly ExternalIdRow[]> {
  if (externalIds.length === 0) return [];
  const byModule = groupBy(externalIds, (externalId) => splitExternalId(externalId).module);
  const leaves = [...byModule].flatMap(([module, ids]): (DomainLeaf<typeof ExternalId> | '&')[] => {
    const names = ids.map((externalId) => splitExternalId(externalId).name);
    if (names.includes(ANY)) return [['module', '=', module]];
    const inModule = module === ANY ? [] : (['&', ['module', '=', module]] as const);
    return [...inModule, ['name', 'in', names]];
  });
  const ors = Array.from({ length: byModule.size - 1 }, () => '|' as const);
  return readExternalIds(odoo, [...ors, ...leaves]);
}

const ANY = '*';

/** Every record under a prefix such as `__supportdesk__`, in one call. */
export function listExternalIds(odoo: Odoo, module: string): Promise<readonly ExternalIdRow[]> {
  return readExternalIds(odoo, [['module', '=', module]]);
}

export function splitExternalId(externalId: string): { readonly module: string; readonly name: string } {
  const dot = externalId.indexOf('.');
  return { module: externalId.slice(0, dot), name: externalId.slice(dot + 1) };
}

async function readExternalIds(
  odoo: Odoo,
  domain: readonly (DomainLeaf<typeof ExternalId> | '&' | '|')[],
): Promise<readonly ExternalIdRow[]> {
  const rows = await odoo
    .model(ExternalId)
    .searchRead(domain, { fields: ['module', 'name', 'model', 'res_id'], order: 'id' });
  return rows.map((row) => ({
    externalId: `${row.module}.${row.name}`,
    model: row.model,
    recordId: row.res_id,
  }));
}
