import { z } from 'zod';
import { suggestion } from '../lib/suggestion.ts';
import type { Odoo } from '../odoo/model-api.ts';
import type { Change } from './diff.ts';
import type { DesiredRecord } from './record.ts';
import { RequirementError } from './requirements.ts';

const Models = z.array(z.object({ model: z.string() }));

/**
 * What new fields lead to is there. Models that people made in Odoo bear no external id, so they are looked for by
 * name; and only where a field is made, so that a plan without changes asks nothing.
 * @throws RequirementError that names each field whose model this Odoo lacks.
 */
export async function checkRelations(
  odoo: Odoo,
  changes: readonly Change[],
  desired: readonly DesiredRecord[],
): Promise<void> {
  const declared = new Set(
    desired.flatMap(({ model, values }) => (model === 'ir.model' ? [String(values.model)] : [])),
  );
  const fields = changes.flatMap((change) => {
    if (change.kind !== 'create' && change.kind !== 'replace') return [];
    const { model, address, values } = change.record;
    const relation = values.relation;
    if (model !== 'ir.model.fields' || typeof relation !== 'string' || relation === '') return [];
    return declared.has(relation) ? [] : [{ address, relation }];
  });
  if (fields.length === 0) return;
  const known = await readModels(odoo);
  const lacking = fields.filter(({ relation }) => !known.includes(relation));
  if (lacking.length === 0) return;
  const lines = lacking.map(
    ({ address, relation }) =>
      `${address}: this Odoo has no model "${relation}"${suggestion(relation, known)}`,
  );
  throw new RequirementError(lines.join('\n'), {
    code: 'unknown_model',
    help: 'A module may be missing, or the name is misspelt: Odoo shows the names under Settings › Technical › Models. Nothing was written.',
  });
}

async function readModels(odoo: Odoo): Promise<readonly string[]> {
  const rows = await odoo.call('ir.model', 'search_read', [[], ['model']], {}, { retry: true });
  return Models.parse(rows).map(({ model }) => model);
}
