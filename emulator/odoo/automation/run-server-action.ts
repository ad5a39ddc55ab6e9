import { findRow, findRows, getModel, withContext } from '../env.ts';
import type { Env, Model } from '../model.ts';
import { fromPython } from '../python/from-python.ts';
import { createRecordset } from '../python/recordset.ts';
import { runScript } from '../python/run-python.ts';
import { type Row, toIds } from '../values.ts';

/**
 * Carries out a server action on records: its code, or a single field to set. Code may leave an answer in the name
 * `action`, and finds None where there are no records.
 */
export function runServerAction(env: Env, model: Model, action: Row, rows: readonly Row[]): unknown {
  const ids = rows.map((row) => row.id);
  // What code has to say by mail waits for the queue, unless it says otherwise.
  const quiet = withContext(env, { mail_notify_force_send: false });
  const records = (chosen: readonly number[]) =>
    chosen.length === 0 ? null : createRecordset(quiet, model, chosen);
  const state = action.get('state');
  if (state === 'code') {
    const scope = runScript(quiet, String(action.get('code') || ''), {
      action: null,
      record: records(ids.slice(0, 1)),
      records: records(ids),
      model: createRecordset(quiet, model, []),
    });
    return fromPython(scope.get('action'));
  }
  if (state === 'object_write') {
    const path = String(action.get('update_path') || fieldName(env, action.get('update_field_id')));
    if (path) env.engine.orm.write(env, model, rows, { [path]: action.get('value') ?? false });
  } else if (state === 'multi') {
    for (const child of findRows(env, 'ir.actions.server', toIds(action.get('child_ids')))) {
      runServerAction(env, getModel(env, model.name), child, rows);
    }
  }
  return false;
}

const fieldName = (env: Env, id: unknown) => String(findRow(env, 'ir.model.fields', id)?.get('name') ?? '');
