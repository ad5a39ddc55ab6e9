import { z } from 'zod';
import type { Caller } from '../../src/odoo/caller.ts';
import type { Table } from './snapshot.ts';

/** A table of which the texts are in one language. */
export interface SpokenTable extends Table {
  readonly lang: string;
}

export const ENGLISH = 'en_US';

/** A column in another language than English. */
export const columnIn = (name: string, lang: string): string => `${name}@${lang}`;
const nameOf = (column: string): string => column.split('@')[0] ?? column;
const languageOf = (column: string): string => column.split('@')[1] ?? ENGLISH;

/** The languages that an Odoo has installed. */
export async function readLanguages(caller: Caller): Promise<ReadonlySet<string>> {
  const rows = await caller.call('res.lang', 'search_read', [[['active', '=', true]]], { fields: ['code'] });
  return new Set(
    z
      .array(z.object({ code: z.string() }))
      .parse(rows)
      .map(({ code }) => code),
  );
}

/** The table in English first, then what of it is in other languages that are spoken here. */
export function byLanguage(table: Table, spoken: ReadonlySet<string>): readonly SpokenTable[] {
  const languages = new Set([ENGLISH, ...table.columns.map(languageOf).filter((lang) => spoken.has(lang))]);
  return [...languages].map((lang) => {
    const isIn = table.columns.map((column) => languageOf(column) === lang);
    const pick = <T>(cells: readonly T[]) => cells.filter((_, index) => isIn[index]);
    return {
      ...table,
      lang,
      columns: pick(table.columns).map(nameOf),
      rows: table.rows.map(([id, ...cells]): Table['rows'][number] => [id, ...pick(cells)]),
    };
  });
}
