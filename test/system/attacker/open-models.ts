import { z } from 'zod';
import { isOdooError } from '../../../src/odoo/faults.ts';
import type { Odoo } from '../../../src/odoo/model-api.ts';

const Fields = z.record(
  z.string(),
  z.object({ type: z.string(), relation: z.string().optional(), searchable: z.boolean().optional() }),
);
export type Fields = z.infer<typeof Fields>;

export type FieldsOf = (model: string) => Promise<Fields>;

const TEXT = ['char', 'text', 'html'];

/** What Odoo itself says a model has; each model is asked for once. */
export function createFieldsOf(admin: Odoo): FieldsOf {
  const known = new Map<string, Promise<Fields>>();
  return (model) => {
    const fields = known.get(model) ?? readFields(admin, model);
    known.set(model, fields);
    return fields;
  };
}

/** Models that access lines let the user read: lines of their groups, and of everybody. */
export async function findOpenModels(admin: Odoo, userId: number): Promise<readonly string[]> {
  const [user] = z
    .array(z.object({ groups_id: z.array(z.number()) }))
    .parse(await admin.call('res.users', 'read', [[userId], ['groups_id']]));
  const implied = z
    .array(z.object({ trans_implied_ids: z.array(z.number()) }))
    .parse(await admin.call('res.groups', 'read', [user?.groups_id ?? [], ['trans_implied_ids']]));
  const groups = [...(user?.groups_id ?? []), ...implied.flatMap((group) => group.trans_implied_ids)];
  const lines = z
    .array(z.object({ model_id: z.tuple([z.number(), z.string()]) }))
    .parse(
      await admin.call('ir.model.access', 'search_read', [
        [['perm_read', '=', true], '|', ['group_id', '=', false], ['group_id', 'in', groups]],
        ['model_id'],
      ]),
    );
  const models = z
    .array(z.object({ model: z.string(), transient: z.boolean() }))
    .parse(
      await admin.call('ir.model', 'read', [
        [...new Set(lines.map(({ model_id }) => model_id[0]))],
        ['model', 'transient'],
      ]),
    );
  return models.flatMap(({ model, transient }) => (transient ? [] : [model]));
}

async function readFields(admin: Odoo, model: string): Promise<Fields> {
  try {
    return Fields.parse(
      await admin.call(model, 'fields_get', [[], ['type', 'relation', 'searchable']], {}, { retry: true }),
    );
  } catch (error) {
    // A model whose module is not there.
    if (isOdooError(error)) return {};
    throw error;
  }
}

export const isSearched = ({ searchable }: Fields[string]): boolean => searchable !== false;

export const textsOf = (fields: Fields): readonly string[] =>
  Object.entries(fields).flatMap(([name, field]) =>
    TEXT.includes(field.type) && isSearched(field) ? [name] : [],
  );
