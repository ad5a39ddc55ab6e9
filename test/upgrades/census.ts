import { z } from 'zod';
import type { Caller } from '../../src/odoo/caller.ts';
import { type Column, readScope, type Scope } from './scope.ts';

/** Every value of the help desk: rows by model and id, many2ones as ids, ids of x2manys in their order. */
export type Census = ReadonlyMap<string, CountedModel>;

export interface CountedModel {
  readonly columns: readonly Column[];
  readonly rows: ReadonlyMap<number, Row>;
}

export type Row = Readonly<Record<string, unknown>>;

/** Archived records too, as the administrator sees them. */
export async function takeCensus(caller: Caller): Promise<Census> {
  const models: [string, CountedModel][] = [];
  // One after the other: a real Odoo has better things to do.
  for (const scope of await readScope(caller)) models.push([scope.model, await readModel(caller, scope)]);
  return new Map(models);
}

const Rows = z.array(z.looseObject({ id: z.number() }));

async function readModel(caller: Caller, { model, domain, columns }: Scope): Promise<CountedModel> {
  const fields = columns.map(({ name }) => name);
  const options = { fields, order: 'id', context: { active_test: false } };
  const rows = Rows.parse(await caller.call(model, 'search_read', [domain], options));
  return {
    columns,
    rows: new Map(
      rows.map((row) => [
        row.id,
        Object.fromEntries(columns.map(({ name, type }) => [name, plain(row[name], type)])),
      ]),
    ),
  };
}

function plain(value: unknown, type: string): unknown {
  if (type === 'many2one' && Array.isArray(value)) return value[0];
  if (type === 'many2many' && Array.isArray(value)) return [...value].sort((a, b) => a - b);
  return value;
}
