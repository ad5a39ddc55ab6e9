import { z } from 'zod';
import type { Odoo } from '../odoo/model-api.ts';
import type { Change } from './diff.ts';
import { shortId } from './ledger.ts';
import type { LiveState } from './live-state.ts';
import { RequirementError } from './requirements.ts';

/**
 * Views that people made or changed in Odoo do not lean on what goes: Odoo refuses to delete a field that a view shows,
 * or a view that another one extends, and would do so in the middle of an apply. Where nothing of the kind goes
 * nothing is asked.
 * @throws RequirementError that names each view and what it holds on to.
 */
export async function checkViews(odoo: Odoo, changes: readonly Change[], live: LiveState): Promise<void> {
  const gone = goneFrom(changes, live);
  if (gone.fields.length === 0 && gone.views.size === 0) return;
  const lines = (await readViews(odoo, gone)).flatMap((view) => {
    if (gone.views.has(view.id) || gone.rewritten.has(view.id)) return [];
    const parent = gone.views.get(view.inherit_id ? view.inherit_id[0] : 0);
    const fields = gone.fields.filter(
      ({ model, name }) =>
        view.active && view.model === model && new RegExp(`\\b${name}\\b`).test(view.arch_db || ''),
    );
    return [
      ...fields.map(({ model, name }) => `the view “${view.name}” shows ${model}.${name}`),
      ...(parent === undefined ? [] : [`the view “${view.name}” extends ${parent}`]),
    ];
  });
  if (lines.length === 0) return;
  throw new RequirementError(`what goes is still used in Odoo:\n${lines.join('\n')}`, {
    code: 'used_in_view',
    help: 'Under Settings › Technical › Views take that out of the view, or delete the view if nobody needs it; then run plan again. Nothing was written.',
  });
}

interface Gone {
  readonly fields: readonly { readonly model: string; readonly name: string }[];
  /** Database ids, and what we call them. */
  readonly views: ReadonlyMap<number, string>;
  /** Ours, that this very plan writes anew. */
  readonly rewritten: ReadonlySet<number>;
}

function goneFrom(changes: readonly Change[], { rows }: LiveState): Gone {
  const deleted = changes.flatMap((change) => (change.kind === 'delete' ? [change.live] : []));
  const isArch = ({ column }: { readonly column: string }) => column === 'arch';
  return {
    fields: deleted
      .filter(({ model }) => model === 'ir.model.fields')
      .map(({ externalId }) => {
        const row = rows.get(externalId);
        return { model: String(row?.model), name: String(row?.name) };
      }),
    views: new Map(
      deleted
        .filter(({ model }) => model === 'ir.ui.view')
        .map(({ recordId, externalId }) => [recordId, shortId(externalId)]),
    ),
    rewritten: new Set(
      changes.flatMap((change) =>
        change.kind === 'update' && change.record.model === 'ir.ui.view' && change.columns.some(isArch)
          ? [change.recordId]
          : [],
      ),
    ),
  };
}

const Views = z.array(
  z.object({
    id: z.number(),
    name: z.string(),
    model: z.union([z.string(), z.literal(false)]),
    active: z.boolean(),
    arch_db: z.union([z.string(), z.literal(false)]),
    inherit_id: z.union([z.tuple([z.number(), z.string()]), z.literal(false)]),
  }),
);

async function readViews(odoo: Odoo, { fields, views }: Gone): Promise<z.infer<typeof Views>> {
  const domain = [
    '|',
    ['model', 'in', [...new Set(fields.map(({ model }) => model))]],
    ['inherit_id', 'in', [...views.keys()]],
  ];
  const options = { fields: Object.keys(Views.element.shape), context: { active_test: false } };
  return Views.parse(await odoo.call('ir.ui.view', 'search_read', [domain], options, { retry: true }));
}
