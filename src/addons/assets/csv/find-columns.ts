import { AppError } from '../../../lib/errors.ts';
import { suggestion } from '../../../lib/suggestion.ts';
import { LINKS } from './links.ts';

/** A field as Odoo describes it. */
export interface DescribedField {
  readonly type: string;
  readonly string: string;
  readonly relation?: string | undefined;
  readonly selection?: readonly (readonly [string, string])[] | undefined;
  readonly readonly?: boolean | undefined;
}

export interface Column {
  readonly head: string;
  readonly field: string;
  readonly described: DescribedField;
}

/** Names that people use, beside Odoo’s names and labels. */
const ALIASES: Readonly<Record<string, string>> = {
  customer: 'x_partner_id',
  site: 'x_site_id',
  serial: 'serial_no',
  type: 'category_id',
  place: 'location',
  user: 'x_custodian_id',
  custodian: 'x_custodian_id',
  technician: 'technician_user_id',
  warranty: 'warranty_date',
  purchased: 'x_purchased_on',
  state: 'x_state',
};

const TYPES = [
  'char',
  'text',
  'html',
  'integer',
  'float',
  'monetary',
  'boolean',
  'date',
  'selection',
  'many2one',
];

/**
 * Which field each column is, by its name in Odoo, its label or what people call it; all that can be read at all.
 * @throws AppError naming each that is none
 */
export function findColumns(
  heads: readonly string[],
  fields: Readonly<Record<string, DescribedField>>,
): readonly Column[] {
  const known = new Map<string, string>();
  for (const [name, field] of Object.entries(fields)) {
    const isTaken =
      TYPES.includes(field.type) &&
      !(field.type === 'many2one' && !Object.hasOwn(LINKS, field.relation ?? ''));
    if (field.readonly || !isTaken) continue;
    known.set(plain(name), name);
    if (!known.has(plain(field.string))) known.set(plain(field.string), name);
  }
  for (const [alias, name] of Object.entries(ALIASES)) if (fields[name]) known.set(alias, name);

  const columns = heads.map((head) => ({ head, field: known.get(plain(head)) }));
  const problems = [
    ...columns
      .filter(({ field }) => field === undefined)
      .map(({ head }) => `there is no field "${head}"${suggestion(plain(head), known.keys())}`),
    ...columns
      .filter(({ field }, index) => field && columns.findIndex((other) => other.field === field) < index)
      .map(({ head }) => `"${head}" is there twice`),
    ...['name', 'serial_no']
      .filter((name) => !columns.some(({ field }) => field === name))
      .map((name) => `the column ${name} is missing`),
  ];
  if (problems.length > 0)
    throw new AppError(`the columns do not fit: ${problems.join('; ')}`, {
      code: 'usage',
      help: 'Columns are named as Odoo names its fields, or by their labels: name, serial_no, customer, site, type, model, …',
    });
  return columns.flatMap(({ head, field }) => {
    const described = field === undefined ? undefined : fields[field];
    return field && described ? [{ head, field, described }] : [];
  });
}

const plain = (text: string): string => text.trim().toLowerCase().replace(/\s+/g, ' ');
