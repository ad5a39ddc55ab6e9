import { z } from 'zod';
import type { Odoo } from '../../../odoo/model-api.ts';
import type { Column } from './find-columns.ts';
import { LINKS } from './links.ts';

/** The record that a cell names, of this customer’s where it is known; or why none is. */
export type FindLink = (column: Column, text: string, customerId: number | undefined) => Found;

export type Found = { readonly id: number } | { readonly problem: string };

interface Named {
  readonly id: number;
  readonly names: readonly unknown[];
  readonly ownerId: number | undefined;
}

const Rows = z.array(z.looseObject({ id: z.number() }));
const Owner = z.tuple([z.number(), z.string()]);
const BATCH = 500;

/** Reads what the cells of all rows name: for each column a call for every 500 different ones. */
export async function readLinks(
  odoo: Odoo,
  columns: readonly Column[],
  textsOf: (column: Column) => readonly string[],
): Promise<FindLink> {
  const named = new Map<string, readonly Named[]>();
  for (const column of columns) {
    const { relation } = column.described;
    if (relation !== undefined) named.set(column.field, await readNamed(odoo, relation, textsOf(column)));
  }
  return ({ field, head }, text, customerId) => {
    // Addresses are kept in small letters.
    const fitting = (named.get(field) ?? []).filter(
      ({ names, ownerId }) =>
        (names.includes(text) || names.includes(text.toLowerCase())) &&
        (ownerId === undefined || customerId === undefined || ownerId === customerId),
    );
    const [only, ...others] = fitting;
    if (!only) return { problem: `${head}: nothing is called "${text}"` };
    return others.length === 0 ? { id: only.id } : { problem: `${head}: several are called "${text}"` };
  };
}

async function readNamed(odoo: Odoo, model: string, texts: readonly string[]): Promise<readonly Named[]> {
  const { by = [], owner } = LINKS[model] ?? {};
  const fields = owner === undefined ? by : [...by, owner];
  const wanted = [...new Set(texts.filter(Boolean).flatMap((text) => [text, text.toLowerCase()]))];
  const found: Named[] = [];
  for (let start = 0; start < wanted.length; start += BATCH) {
    const some = wanted.slice(start, start + BATCH);
    const domain = [...by.slice(1).map(() => '|'), ...by.map((field) => [field, 'in', some])];
    const rows = Rows.parse(await odoo.call(model, 'search_read', [domain, fields], {}, { retry: true }));
    for (const row of rows)
      found.push({
        id: row.id,
        names: by.map((field) => row[field]),
        ownerId: owner === undefined ? undefined : Owner.parse(row[owner])[0],
      });
  }
  // Two of the texts may name the same one.
  return [...new Map(found.map((one) => [one.id, one])).values()];
}
