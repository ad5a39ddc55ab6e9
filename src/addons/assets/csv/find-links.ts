import { z } from 'zod';
import type { Odoo } from '../../../odoo/model-api.ts';
import { Site } from '../../customers/models.ts';
import { EquipmentType } from '../models.ts';
import type { Column } from './find-columns.ts';

/** The record that a cell names; or why none is. */
export type FindLink = (column: Column, text: string, customerId: number | undefined) => Found;

export type Found = { readonly id: number } | { readonly problem: string };

interface Named {
  readonly id: number;
  /** All by which a file may name it, in lower case. */
  readonly names: readonly string[];
  readonly partnerId?: number | undefined;
}

const Rows = z.array(z.looseObject({ id: z.number() }));
const BATCH = 500;

/** Reads what the cells of all rows name, some calls for each model however many rows there are. */
export async function readLinks(
  odoo: Odoo,
  columns: readonly Column[],
  textsOf: (column: Column) => readonly string[],
): Promise<FindLink> {
  const named = new Map<string, readonly Named[]>();
  for (const column of columns) {
    const { relation } = column.described;
    if (relation === undefined) continue;
    const texts = [...new Set(textsOf(column).filter(Boolean))];
    named.set(column.field, await readNamed(odoo, relation, texts));
  }
  return ({ field, head }, text, customerId) => {
    const fitting = (named.get(field) ?? []).filter(({ names }) => names.includes(lower(text)));
    // Sites of several customers may be called alike.
    const own = fitting.filter(({ partnerId }) => partnerId === undefined || partnerId === customerId);
    const [only, ...others] = own.length > 0 ? own : fitting;
    if (!only) return { problem: `${head}: nothing is called "${text}"` };
    return others.length === 0 ? { id: only.id } : { problem: `${head}: several are called "${text}"` };
  };
}

const lower = (text: string): string => text.trim().toLowerCase();

const asText = (value: unknown): string => (typeof value === 'string' ? lower(value) : '');

async function readNamed(odoo: Odoo, relation: string, texts: readonly string[]): Promise<readonly Named[]> {
  const found: Named[] = [];
  for (let start = 0; start < texts.length; start += BATCH) {
    found.push(...((await READERS[relation]?.(odoo, texts.slice(start, start + BATCH))) ?? []));
  }
  return found;
}

/** `=ilike` one by one where letters of either case may be meant; `in` takes them as they are. */
async function search(
  odoo: Odoo,
  model: string,
  fields: readonly string[],
  texts: readonly string[],
): Promise<readonly Named[]> {
  const leaves = fields.map((field) => [field, 'in', texts]);
  const domain = [...leaves.slice(1).map(() => '|'), ...leaves];
  const rows = Rows.parse(await odoo.call(model, 'search_read', [domain, [...fields]], {}, { retry: true }));
  return rows.map((row) => ({ id: row.id, names: fields.map((field) => asText(row[field])) }));
}

const READERS: Readonly<Record<string, (odoo: Odoo, texts: readonly string[]) => Promise<readonly Named[]>>> =
  {
    'res.partner': (odoo, texts) => search(odoo, 'res.partner', ['name', 'ref', 'email'], texts),
    'res.users': (odoo, texts) => search(odoo, 'res.users', ['name', 'login'], texts),
    [EquipmentType.name]: (odoo, texts) => search(odoo, EquipmentType.name, ['name'], texts),
    [Site.name]: async (odoo, texts) => {
      const rows = await odoo
        .model(Site)
        .searchRead(['|', ['x_name', 'in', [...texts]], ['x_code', 'in', [...texts]]], {
          fields: ['x_name', 'x_code', 'x_partner_id'],
        });
      return rows.map(({ id, x_name, x_code, x_partner_id }) => ({
        id,
        names: [lower(x_name), asText(x_code)],
        partnerId: x_partner_id[0],
      }));
    },
  };
