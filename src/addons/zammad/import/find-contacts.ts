import { ExternalId } from '../../../odoo/builtin-models.ts';
import type { Odoo } from '../../../odoo/model-api.ts';
import { isStamped } from '../../../sync/stamp-cells.ts';
import { ZAMMAD_MODULE } from '../external-names.ts';
import { ImportedPartner } from '../models.ts';

/** The contact that one of the import's names leads to. */
export interface HeldContact {
  readonly id: number;
  readonly x_import_hash: string | false;
  /** Whether the import made it in this name; any other is a person's, or follows another name. */
  readonly isFollowed: boolean;
}
export type HeldContacts = ReadonlyMap<string, HeldContact>;

/**
 * What Odoo has by these names: two calls for any number. "Merge contacts" makes the names of all lead to the one
 * that survives, and fills its empty fields, a fingerprint too, from the others. So a fingerprint alone proves
 * nothing: what the import made came in the same moment as its name, and bears that name in the fingerprint.
 */
export async function findContacts(odoo: Odoo, externalIds: readonly string[]): Promise<HeldContacts> {
  if (externalIds.length === 0) return new Map();
  const links = await odoo.model(ExternalId).searchRead(
    [
      ['module', '=', ZAMMAD_MODULE],
      ['model', '=', ImportedPartner.name],
      ['name', 'in', externalIds.map((externalId) => externalId.slice(ZAMMAD_MODULE.length + 1))],
    ],
    { fields: ['name', 'res_id', 'create_date'] },
  );
  if (links.length === 0) return new Map();
  const rows = await odoo
    .model(ImportedPartner)
    .searchRead([['id', 'in', links.map(({ res_id }) => res_id)]], {
      fields: ['x_import_hash', 'create_date'],
      context: { active_test: false },
    });
  const byId = new Map(rows.map((row) => [row.id, row]));
  return new Map(
    links.flatMap(({ name, res_id, create_date }): [string, HeldContact][] => {
      const row = byId.get(res_id);
      if (!row) return [];
      const externalId = `${ZAMMAD_MODULE}.${name}`;
      const { id, x_import_hash } = row;
      const isFollowed = row.create_date === create_date && isNamed(x_import_hash, externalId);
      return [[externalId, { id, x_import_hash, isFollowed }]];
    }),
  );
}

/** The column of a fingerprint that says in whose name it is. */
export const IN_NAME_OF = 'of';

/** Fingerprints of earlier versions, of all cells in one, bear no name. */
export const isNameless = (fingerprint: string): boolean => /^[0-9a-f]{32}$/.test(fingerprint);

function isNamed(fingerprint: string | false, externalId: string): boolean {
  if (fingerprint === false) return false;
  return isNameless(fingerprint) || isStamped(IN_NAME_OF, externalId, fingerprint);
}
