import { fieldRow, tableOf } from '../env.ts';
import { labelOf } from '../field.ts';
import type { Env, Field, Model } from '../model.ts';
import { getNameById } from '../orm/display-name.ts';
import { getRawValue } from '../orm/raw-value.ts';
import type { Row, Stored, Values } from '../values.ts';
import { logNote } from './post-message.ts';

/** Remembers the tracked values; what it returns logs those that have changed. */
export function trackChanges(
  env: Env,
  model: Model,
  rows: readonly Row[],
  values: Values,
): (() => void) | undefined {
  const tracked = [...model.fields.values()].filter((field) => field.tracking && mayChange(field, values));
  if (tracked.length === 0) return undefined;
  const snapshot = (row: Row) => tracked.map((field) => getRawValue(env, model, field, row));
  const before = rows.map(snapshot);
  return () => {
    for (const [position, row] of rows.entries()) {
      const old = before[position] ?? [];
      const now = snapshot(row);
      const changes = tracked
        .map((field, index) => ({ field, old: old[index] ?? false, now: now[index] ?? false }))
        .filter((change) => String(change.old) !== String(change.now));
      if (changes.length > 0) logChanges(env, model, row, changes);
    }
  };
}

const mayChange = (field: Field, values: Values) =>
  field.name in values || field.keepsResult === true || field.related !== undefined;

interface Change {
  readonly field: Field;
  readonly old: Stored;
  readonly now: Stored;
}

function logChanges(env: Env, model: Model, row: Row, changes: readonly Change[]) {
  const author = env.engine.trackingAuthors.get(`${model.name},${row.id}`);
  const message = logNote(env, model, row, { body: '', ...(author ? { author_id: author } : {}) });
  const table = tableOf(env, 'mail.tracking.value');
  const values = changes.map(({ field, old, now }) => {
    const columns: [string, Stored][] = [
      ['field_id', fieldRow(env, model.name, field.name)?.id ?? 0],
      ['mail_message_id', message.id],
      ...side(env, field, 'old', old),
      ...side(env, field, 'new', now),
    ];
    return table.insert(columns).id;
  });
  tableOf(env, 'mail.message').set(message, 'tracking_value_ids', values.reverse());
}

/** Where the old and the new value are kept depends on the field's type. */
function side(env: Env, field: Field, name: 'old' | 'new', value: Stored): [string, Stored][] {
  if (field.type === 'many2one') {
    const shown = getNameById(env, field.relation ?? '', value) || '';
    return [
      [`${name}_value_integer`, value || 0],
      [`${name}_value_char`, shown],
    ];
  }
  const kind = kinds[field.type] ?? 'char';
  const label = labelOf(field, value);
  const time = field.type === 'date' && value ? `${String(value)} 00:00:00` : value;
  const kept = {
    char: label ?? (value || ''),
    text: value || '',
    integer: Number(value),
    float: Number(value),
    datetime: time,
  };
  return [[`${name}_value_${kind}`, kept[kind]]];
}

const kinds: Partial<Record<Field['type'], 'integer' | 'float' | 'datetime' | 'text'>> = {
  boolean: 'integer',
  integer: 'integer',
  float: 'float',
  monetary: 'float',
  date: 'datetime',
  datetime: 'datetime',
  text: 'text',
};
