import { ExternalId } from '../../../odoo/builtin-models.ts';
import { inBatches } from '../../../odoo/in-batches.ts';
import type { Odoo } from '../../../odoo/model-api.ts';
import { ZAMMAD_MODULE } from '../external-names.ts';

/** Zammad's id and Odoo's of a record that the import brought or found. */
export interface Link {
  readonly sourceId: number;
  readonly recordId: number;
}

/** What Odoo has of one kind of a source's records, a thousand at once: one call each. */
export async function* iterateLinks(
  odoo: Odoo,
  model: string,
  nameOf: (id: number) => string,
): AsyncGenerator<readonly Link[]> {
  const prefix = nameOf(0).slice(ZAMMAD_MODULE.length + 1, -1);
  const links = odoo.model(ExternalId).iterate(
    [
      ['module', '=', ZAMMAD_MODULE],
      ['model', '=', model],
      ['name', '=like', `${prefix.replaceAll('_', '\\_')}%`],
    ],
    { fields: ['name', 'res_id'] },
  );
  for await (const batch of inBatches(links, 1_000)) {
    yield batch.map(({ name, res_id }) => ({
      sourceId: Number(name.slice(prefix.length)),
      recordId: res_id,
    }));
  }
}
