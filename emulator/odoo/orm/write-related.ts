import { sudo } from '../env.ts';
import type { Env, Field, Model } from '../model.ts';
import type { Row } from '../values.ts';
import { followPath } from './raw-value.ts';

/** A value written to a related field goes to the record at the end of its path. */
export function writeRelated(env: Env, model: Model, field: Field, row: Row, value: unknown): void {
  const end = followPath(env, model, row, field.related ?? '');
  if (end) env.engine.orm.write(sudo(env), end.model, [end.row], { [end.field.name]: value });
}
