import { checkModelAccess } from '../access/check-access.ts';
import { tableOf } from '../env.ts';
import { onModel, onRecord } from '../methods/define-method.ts';
import type { Behaviour, Env } from '../model.ts';
import type { Row } from '../values.ts';

const nextByCode = onModel('IrSequence(sequence_code, sequence_date?)', ({ env, model, args }) => {
  checkModelAccess(env, model, 'read');
  const row = tableOf(env, 'ir.sequence')
    .where({ code: String(args.sequence_code) })
    .find((found) => found.get('active') !== false);
  return row ? takeNext(env, row) : false;
});

const nextById = onRecord('IrSequence(sequence_date?)', ({ env, model, ids }) => {
  checkModelAccess(env, model, 'read');
  const row = tableOf(env, 'ir.sequence').get(ids[0] ?? 0);
  return row ? takeNext(env, row) : false;
});

export const irSequence: Behaviour = {
  computes: { number_next_actual: (_env, row) => Number(row.get('number_next') || 1) },
  methods: { next_by_code: nextByCode, next_by_id: nextById },
  hooks: {
    prepareWrite: (_env, _rows, values) =>
      'number_next_actual' in values ? { ...values, number_next: values.number_next_actual } : values,
  },
};

function takeNext(env: Env, row: Row): string {
  const number = Number(row.get('number_next') || 1);
  const table = tableOf(env, 'ir.sequence');
  table.set(row, 'number_next', number + Number(row.get('number_increment') || 1));
  const padded = String(number).padStart(Number(row.get('padding') || 0), '0');
  return interpolate(env, row.get('prefix')) + padded + interpolate(env, row.get('suffix'));
}

function interpolate(env: Env, text: unknown): string {
  const [year = '', month, day, h24, min, sec] = env.engine.clock().toISOString().split(/\D/);
  const parts: Readonly<Record<string, string | undefined>> = {
    ...{ year, month, day, h24, min, sec },
    y: year.slice(2),
  };
  return typeof text === 'string' ? text.replace(/%\((\w+)\)s/g, (_, name: string) => parts[name] ?? '') : '';
}
