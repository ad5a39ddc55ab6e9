import { checkAccess } from '../access/check-access.ts';
import { tableOf } from '../env.ts';
import { typeError } from '../faults.ts';
import { getField, hasColumn, isToMany } from '../field.ts';
import type { Env, Field, Model } from '../model.ts';
import { isRecord, type Row, type Values } from '../values.ts';
import { applyCommands } from './apply-commands.ts';
import { checkConstraints } from './constraints.ts';
import { formatDatetime } from './format-date.ts';
import { recomputeDependents } from './recompute.ts';
import { isMagic } from './stamps.ts';
import { toStored } from './to-stored.ts';
import { columnIn, isTranslatedInTerms, languageOf } from './translations.ts';
import { writeRelated } from './write-related.ts';

/** Changes records, with their lines, derived values and chatter. */
export function writeRows(env: Env, model: Model, rows: readonly Row[], given: Values): void {
  if (rows.length === 0) return;
  if (!isRecord(given)) throw typeError("'str' object does not support item assignment");
  if (model.hooks.clearsCaches === 'first') env.engine.clearCaches();
  checkAccess(env, model, 'write', rows);
  for (const name of Object.keys(given)) getField(model, name);
  const values = model.hooks.prepareWrite?.(env, rows, given) ?? given;
  const finish = env.engine.observers.map((observer) => observer.aroundWrite?.(env, model, rows, values));
  for (const row of rows) writeRow(env, model, row, values);
  for (const row of rows) model.hooks.saved?.(env, row, values, false);
  if (model.hooks.clearsCaches === 'last') env.engine.clearCaches();
  recomputeDependents(env, model, rows, Object.keys(values), { given: values });
  for (const after of finish) after?.();
}

function writeRow(env: Env, model: Model, row: Row, values: Values) {
  const table = tableOf(env, model.name);
  const columns: string[] = [];
  for (const [name, value] of Object.entries(values)) {
    const field = model.fields.get(name);
    if (!field || isMagic(name)) continue;
    if (field.related) writeRelated(env, model, field, row, value);
    if (isToMany(field) && !field.related) applyCommands(env, model, field, row, value);
    else if (hasColumn(field)) {
      table.set(row, writtenColumn(env, field), toStored(env, model, field, value));
      columns.push(name);
    }
  }
  table.set(row, 'write_uid', env.uid);
  table.set(row, 'write_date', formatDatetime(env.engine.transactionTime()));
  checkConstraints(env, model, row, columns);
}

/** A text written in another language leaves the English one alone. */
function writtenColumn(env: Env, field: Field): string {
  const language = field.translate && !isTranslatedInTerms(field) ? languageOf(env) : undefined;
  return language === undefined ? field.name : columnIn(field.name, language);
}
