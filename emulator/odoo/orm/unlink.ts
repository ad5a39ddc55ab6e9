import { checkAccess } from '../access/check-access.ts';
import { sudo, tableOf } from '../env.ts';
import type { Env, Model, Reference } from '../model.ts';
import { type Row, toIds } from '../values.ts';
import { foreignKeyFault } from './constraints.ts';
import { watchDependents } from './recompute.ts';

/** Deletes records, with what hangs on them: references, external ids, files. */
export function unlinkRows(env: Env, model: Model, rows: readonly Row[]): void {
  if (rows.length === 0) return;
  if (model.hooks.clearsCaches === 'first') env.engine.clearCaches();
  checkAccess(env, model, 'unlink', rows);
  for (const observer of env.engine.observers) observer.beforeUnlink?.(env, model, rows);
  model.hooks.beforeUnlink?.(env, rows);
  const refreshDependents = watchDependents(env, model, rows);
  deleteRows(sudo(env), model, rows);
  refreshDependents();
  if (model.hooks.clearsCaches === 'last') env.engine.clearCaches();
  model.hooks.afterUnlink?.(env, rows);
}

function deleteRows(env: Env, model: Model, rows: readonly Row[]) {
  const references = env.engine.referencesTo(model.name);
  for (const row of rows) {
    for (const reference of references) release(env, reference, row.id);
    tableOf(env, model.name).remove(row.id);
    const data = tableOf(env, 'ir.model.data');
    for (const { id } of data.where({ reference: `${model.name},${row.id}` })) data.remove(id);
    const files = tableOf(env, 'ir.attachment');
    for (const { id } of files.where({ res_id: row.id, res_model: model.name })) files.remove(id);
  }
}

/** What the foreign key of a many2one, or the pairs of a many2many, do when their target goes. */
function release(env: Env, { model, field }: Reference, id: number) {
  const table = tableOf(env, model.name);
  if (field.type === 'many2many') {
    for (const row of table.rows()) {
      const ids = toIds(row.get(field.name));
      const left = ids.filter((kept) => kept !== id);
      if (left.length < ids.length) table.set(row, field.name, left);
    }
    return;
  }
  const rows = table.where({ [field.name]: id });
  if (rows.length === 0) return;
  if (field.onDelete === 'restrict') throw foreignKeyFault(model, field);
  if (field.onDelete === 'cascade') deleteRows(env, model, rows);
  else for (const row of rows) table.set(row, field.name, false);
}
