import { emptyValue } from '../field.ts';
import type { Compute } from '../model.ts';
import { toStored } from '../orm/to-stored.ts';
import { createRecordset } from './recordset.ts';
import { runScript } from './run-python.ts';

/** The code of a computed field, as a function of one row. Assignments are its result, not writes. */
export function compileCompute(code: string, fieldName: string): Compute {
  return (env, row, model) => {
    const field = model.fields.get(fieldName);
    if (!field) return false;
    const assigned = new Map<string, unknown>();
    const self = createRecordset(env, model, [row.id], (name, value) => assigned.set(name, value));
    runScript(env, code, { self }, true);
    if (assigned.has(fieldName)) return toStored(env, model, field, assigned.get(fieldName));
    // What is kept stays as it is where the code leaves it alone.
    return (field.keepsResult ? row.get(fieldName) : undefined) ?? emptyValue(field);
  };
}
