import { ExternalId } from '../../../odoo/builtin-models.ts';
import type { Odoo } from '../../../odoo/model-api.ts';
import { type ExternalNames, ZAMMAD_MODULE } from '../external-names.ts';
import { ImportedTicket } from '../models.ts';
import { INCOMPLETE } from './plan-tickets.ts';

export interface IncompleteOptions {
  readonly odoo: Odoo;
  readonly names: ExternalNames;
  /** Odoo's record of the source. */
  readonly sourceId: number;
}

/** In one run; those that waited longest. */
const MOST = 500;

/** Zammad's ids of the tickets of which something is missing in Odoo: one refusal may stand for what many wait for. */
export async function findIncomplete({
  odoo,
  names,
  sourceId,
}: IncompleteOptions): Promise<readonly number[]> {
  const ids = await odoo.model(ImportedTicket).search(
    [
      ['x_import_source_id', '=', sourceId],
      ['x_import_hash', '=like', `%${INCOMPLETE}=%`],
    ],
    { order: 'write_date, id', limit: MOST, context: { active_test: false } },
  );
  if (ids.length === 0) return [];
  const prefix = names.ticket(0).slice(ZAMMAD_MODULE.length + 1, -1);
  const links = await odoo.model(ExternalId).searchRead(
    [
      ['module', '=', ZAMMAD_MODULE],
      ['model', '=', ImportedTicket.name],
      ['res_id', 'in', ids],
    ],
    { fields: ['name'] },
  );
  return links.flatMap(({ name }) => (name.startsWith(prefix) ? [Number(name.slice(prefix.length))] : []));
}
