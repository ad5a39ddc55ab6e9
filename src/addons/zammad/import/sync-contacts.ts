import { User } from '../../../odoo/builtin-models.ts';
import type { Odoo } from '../../../odoo/model-api.ts';
import { hashCells } from '../../../sync/hash-cells.ts';
import { importRecords } from '../../../sync/import-records.ts';
import type { Cells, ImportRow } from '../../../sync/import-row.ts';
import type { Refusal } from '../../../sync/source.ts';
import { changedCells, isStamped, stampCells } from '../../../sync/stamp-cells.ts';
import type { SyncedRecords } from '../../../sync/sync-records.ts';
import { ImportedPartner } from '../models.ts';
import { phrase } from '../texts.ts';
import { type HeldContact, type HeldContacts, IN_NAME_OF, isNameless } from './find-contacts.ts';

/**
 * Makes contacts and follows, field by field, what changes in Zammad of those that it made: what people changed or
 * merged into them in Odoo stays. Whoever can log in to Odoo is not archived, which is said once.
 */
export async function syncContacts(
  odoo: Odoo,
  rows: readonly ImportRow[],
  held: HeldContacts,
): Promise<SyncedRecords> {
  const changes = rows.flatMap((row): readonly Change[] => {
    const before = held.get(row.externalId);
    if (before && !before.isFollowed) return [];
    const changed = before ? changedSince(row.cells, before.x_import_hash || '') : row.cells;
    return [{ row, before, changed }];
  });
  const withLogin = await findWithLogin(odoo, changes);
  const kept = changes.filter(({ before }) => before && withLogin.has(before.id));
  const planned = changes.flatMap((change) => planRow(change, kept.includes(change)));
  // One call takes rows with the same columns, so such rows stand together.
  const written = await importRecords(
    odoo,
    ImportedPartner,
    planned.toSorted((a, b) => (columnsOf(a) < columnsOf(b) ? -1 : 1)),
  );
  const ids = new Map([...held].map(([externalId, { id }]) => [externalId, id]));
  for (const [externalId, id] of written.ids) ids.set(externalId, id);
  return { ids, refused: [...written.refused, ...kept.flatMap(tellOnce)] };
}

interface Change {
  readonly row: ImportRow;
  readonly before: HeldContact | undefined;
  readonly changed: Cells;
}

/** Stands in a fingerprint where a contact should be archived and cannot be. */
const HAS_LOGIN = 'has a login';

const columnsOf = ({ cells }: ImportRow) => Object.keys(cells).join();

function changedSince(cells: Cells, fingerprint: string): Cells {
  if (isNameless(fingerprint)) return hashCells(cells) === fingerprint ? {} : cells;
  return changedCells(cells, fingerprint);
}

/** Contacts that are to be archived, and whose users may log in: one call, or none where nobody is to be archived. */
async function findWithLogin(odoo: Odoo, changes: readonly Change[]): Promise<ReadonlySet<number>> {
  const leaving = changes.flatMap(({ before, changed }) =>
    before && changed.active === '0' ? [before.id] : [],
  );
  if (leaving.length === 0) return new Set();
  const users = await odoo
    .model(User)
    .searchRead([['partner_id', 'in', leaving]], { fields: ['partner_id'] });
  return new Set(users.map(({ partner_id }) => partner_id[0]));
}

function planRow({ row, before, changed }: Change, hasLogin: boolean): readonly ImportRow[] {
  const { active, ...others } = changed;
  const write = hasLogin || active === undefined ? others : { ...others, active };
  const says = hasLogin ? { ...row.cells, active: HAS_LOGIN } : row.cells;
  const x_import_hash = stampCells({ ...says, [IN_NAME_OF]: row.externalId });
  if (before?.x_import_hash === x_import_hash) return [];
  return [{ externalId: row.externalId, cells: { ...write, x_import_hash } }];
}

function tellOnce({ row, before }: Change): readonly Refusal[] {
  if (isStamped('active', HAS_LOGIN, before?.x_import_hash ?? false)) return [];
  const { externalId, cells } = row;
  return [{ externalId, reason: phrase('zammad.hasLogin', { name: cells.name ?? '' }), isSettled: true }];
}
