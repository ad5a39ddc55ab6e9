import { z } from 'zod';
import { AppError } from '../../../lib/errors.ts';
import { listed, type Phrase } from '../../../lib/phrase.ts';
import { visibleText } from '../../../lib/visible-text.ts';
import type { Odoo } from '../../../odoo/model-api.ts';
import type { FieldShape, FieldType } from '../../../odoo/model-shape.ts';
import type { Cells } from '../../../sync/import-row.ts';
import { ImportedTicket } from '../models.ts';
import { phrase } from '../texts.ts';
import { mapMoment } from './map-moment.ts';

/** Attributes of a Zammad ticket as cells of the fields that the operator chose for them. */
export type MapAttributes = (attributes: Readonly<Record<string, unknown>>) => Cells;

/** A value that is none of those which a field offers. */
export interface UnknownValue {
  readonly field: string;
  readonly value: string;
}

export interface Attributes {
  /** A field that does not offer a value stays empty. */
  readonly map: MapAttributes;
  findUnknown(attributes: Readonly<Record<string, unknown>>): readonly UnknownValue[];
  /** Those fields, by name. */
  readonly fields: Readonly<Record<string, FieldShape>>;
}

const Fields = z.record(
  z.string(),
  z.object({ type: z.string(), selection: z.array(z.tuple([z.string(), z.string()])).optional() }),
);

/**
 * Asks Odoo for the fields, so that each value is written as its field takes it.
 * @throws AppError `import_mapping` where a field is missing, or of a type that no attribute fills.
 */
export async function createAttributes(
  odoo: Odoo,
  mapping: Readonly<Record<string, string>>,
): Promise<Attributes> {
  const names = Object.values(mapping);
  if (names.length === 0) return { map: () => ({}), findUnknown: () => [], fields: {} };
  const fields = Fields.parse(
    await odoo.call(ImportedTicket.name, 'fields_get', [names, ['type', 'selection']], {}, { retry: true }),
  );
  const shapes: Record<string, FieldShape & { readonly type: Filled }> = {};
  const problems: Phrase[] = [];
  for (const name of names) {
    const type = fields[name]?.type;
    if (type === undefined)
      problems.push(phrase('zammad.mapping.noField', { model: ImportedTicket.name, field: name }));
    else if (isFilled(type)) shapes[name] = { type };
    else problems.push(phrase('zammad.mapping.type', { field: name, type }));
  }
  if (problems.length > 0) {
    throw new AppError(phrase('zammad.mapping.unfit', { problems: listed(problems, '; ') }), {
      code: 'import_mapping',
      help: phrase('zammad.mapping.unfit.help'),
    });
  }
  const entries = Object.entries(mapping);
  const cellOf = (field: string, value: unknown) => CELLS[shapes[field]?.type ?? 'char'](plain(value));
  const isOffered = (field: string, cell: string) =>
    cell === '' || fields[field]?.selection?.some(([key]) => key === cell) !== false;
  return {
    fields: shapes,
    map: (attributes) =>
      Object.fromEntries(
        entries.map(([attribute, field]) => {
          const cell = cellOf(field, attributes[attribute]);
          return [field, isOffered(field, cell) ? cell : ''];
        }),
      ),
    findUnknown: (attributes) =>
      entries.flatMap(([attribute, field]) => {
        const value = cellOf(field, attributes[attribute]);
        return isOffered(field, value) ? [] : [{ field, value }];
      }),
  };
}

/** An empty cell where there is nothing, or nothing that the field could hold. */
const CELLS = {
  char: (value: string) => value,
  text: (value: string) => value,
  html: (value: string) => value,
  selection: (value: string) => value,
  integer: (value: string) => mapNumber(value, Math.trunc),
  float: (value: string) => mapNumber(value, (number) => number),
  monetary: (value: string) => mapNumber(value, (number) => number),
  boolean: (value: string) => (['true', '1', 't'].includes(value) ? '1' : '0'),
  date: (value: string) => /^\d{4}-\d{2}-\d{2}/.exec(value)?.[0] ?? '',
  datetime: (value: string) =>
    Number.isNaN(Date.parse(value)) ? '' : mapMoment(new Date(value).toISOString()),
} as const satisfies Partial<Record<FieldType, (value: string) => string>>;

type Filled = keyof typeof CELLS;

function isFilled(type: string): type is Filled {
  return type in CELLS;
}

function mapNumber(value: string, round: (number: number) => number): string {
  const number = Number(value);
  return value === '' || Number.isNaN(number) ? '' : String(round(number));
}

/** Several choices become a list, an external data source its label. */
function plain(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map(plain).join(', ');
  if (value instanceof Date) return value.toISOString();
  if (typeof value === 'object') return plain('label' in value ? value.label : JSON.stringify(value));
  return visibleText(String(value));
}
