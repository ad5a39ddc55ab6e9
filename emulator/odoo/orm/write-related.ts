import { findRow, getModel, sudo } from '../env.ts';
import type { Env, Field, Model } from '../model.ts';
import type { Row } from '../values.ts';
import { getRawValue } from './raw-value.ts';

/** A value written to a related field goes to the record at the end of its path. */
export function writeRelated(env: Env, model: Model, field: Field, row: Row, value: unknown): void {
  const names = field.related?.split('.') ?? [];
  const last = names.pop();
  let current = { model, row };
  for (const name of names) {
    const step = current.model.fields.get(name);
    const next =
      step && findRow(env, step.relation ?? '', getRawValue(env, current.model, step, current.row));
    if (!next || !step) return;
    current = { model: getModel(env, step.relation ?? ''), row: next };
  }
  if (last) env.engine.orm.write(sudo(env), current.model, [current.row], { [last]: value });
}
