import { InstalledModule } from '../odoo/builtin-models.ts';
import { findExternalIds } from '../odoo/external-ids.ts';
import type { Odoo } from '../odoo/model-api.ts';
import { PREFIX } from '../schema/index.ts';
import { isRightsNote } from './default-rights.ts';
import { findUnnamed } from './find-unnamed.ts';
import { type Ledger, parseLedger } from './ledger.ts';
import type { LiveRecord, LiveState } from './live-state.ts';
import { referencesNoted } from './note.ts';
import { readRows } from './read-rows.ts';
import { type DesiredRecord, isSeal, referencesOf } from './record.ts';

/** Reads everything in a handful of calls: external ids, then one read for each of Odoo's models concerned. */
export async function inspect(odoo: Odoo, desired: readonly DesiredRecord[]): Promise<LiveState> {
  const foreign = [...new Set(desired.flatMap(referencesOf))].filter((id) => !isOwn(id));
  const [found, modules] = await Promise.all([
    findExternalIds(odoo, [`${PREFIX}.*`, ...foreign]),
    odoo.model(InstalledModule).searchRead([['state', '=', 'installed']], { fields: ['name'] }),
  ]);
  const own = found.filter((record) => isOwn(record.externalId) && !isRightsNote(record));
  const ownRows = await readRows(odoo, own, desired);
  const known = indexIds(found.filter(({ externalId }) => !isOwn(externalId) || ownRows.has(externalId)));
  const unnamed = await findUnnamed(odoo, desired, known);
  const rows = unnamed.length === 0 ? ownRows : await readRows(odoo, [...own, ...unnamed], desired);
  const ledger = parseLedger(rows.get(desired.find(isSeal)?.externalId ?? '')?.value);
  const ids = indexIds([...known.values(), ...unnamed]);
  return {
    ids: ledger === undefined ? ids : indexIds([...ids.values(), ...(await findNoted(odoo, ledger, ids))]),
    rows,
    installedModules: new Set(modules.map(({ name }) => name)),
    adopted: new Set(unnamed.map(({ externalId }) => externalId)),
    ledger,
    rightsNote: found.find(isRightsNote),
  };
}

/** What the last apply referred to and the declarations no longer do. */
function findNoted(odoo: Odoo, ledger: Ledger, ids: ReadonlyMap<string, LiveRecord>) {
  return findExternalIds(
    odoo,
    referencesNoted(ledger).filter((id) => !isOwn(id) && !ids.has(id)),
  );
}

function indexIds(records: readonly LiveRecord[]): ReadonlyMap<string, LiveRecord> {
  return new Map(
    records.flatMap((record) => {
      const entry = [record.externalId, record] as const;
      return isOwn(record.externalId) ? [entry] : [entry, [anyModule(record.externalId), record] as const];
    }),
  );
}

const isOwn = (externalId: string) => externalId.startsWith(`${PREFIX}.`);

/** How declarations name one of Odoo's models or fields: whatever module brought it. */
const anyModule = (externalId: string) => `*${externalId.slice(externalId.indexOf('.'))}`;
