import { z } from 'zod';
import type { Caller } from '../../src/odoo/caller.ts';
import { columnIn, ENGLISH, readLanguages } from './by-language.ts';
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
  const languages = new Set([...(await readLanguages(caller))].filter((lang) => lang !== ENGLISH));
  const models: [string, CountedModel][] = [];
  // One after the other: a real Odoo has better things to do.
  for (const scope of await readScope(caller)) {
    const english = await readModel(caller, scope, scope.columns, {});
    const others = await readTranslations(caller, scope, languages);
    models.push([scope.model, others.reduce(join, english)]);
  }
  return new Map(models);
}

async function readTranslations(
  caller: Caller,
  scope: Scope,
  languages: ReadonlySet<string>,
): Promise<readonly CountedModel[]> {
  const translated = scope.columns.filter(({ isTranslated, isComputed }) => isTranslated && !isComputed);
  if (translated.length === 0) return [];
  return Promise.all(
    [...languages].map(async (lang) => {
      const { rows } = await readModel(caller, scope, translated, { lang });
      const renamed = [...rows].map(([id, row]): [number, Row] => [
        id,
        Object.fromEntries(Object.entries(row).map(([name, value]) => [columnIn(name, lang), value])),
      ]);
      return {
        columns: translated.map((column) => ({ ...column, name: columnIn(column.name, lang) })),
        rows: new Map(renamed),
      };
    }),
  );
}

const join = (one: CountedModel, more: CountedModel): CountedModel => ({
  columns: [...one.columns, ...more.columns],
  rows: new Map([...one.rows].map(([id, row]) => [id, { ...row, ...more.rows.get(id) }])),
});

const Rows = z.array(z.looseObject({ id: z.number() }));

async function readModel(
  caller: Caller,
  { model, domain }: Scope,
  columns: readonly Column[],
  context: Readonly<Record<string, unknown>>,
): Promise<CountedModel> {
  const fields = columns.map(({ name }) => name);
  const options = { fields, order: 'id', context: { active_test: false, ...context } };
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
