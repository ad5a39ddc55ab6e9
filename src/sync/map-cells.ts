import type { FieldType, ModelShape } from '../odoo/model-shape.ts';

/** A record as Odoo's code takes it, by external id. */
export interface RecordValues {
  readonly xml_id: string;
  readonly values: Readonly<Record<string, unknown>>;
}

/**
 * Lines of cells, the external id first, as records; undefined where a cell does not say plainly what it means for
 * Odoo: a name to look up, a field that the shape does not know.
 */
export function mapCells(
  shape: ModelShape,
  columns: readonly string[],
  lines: readonly (readonly string[])[],
): readonly RecordValues[] | undefined {
  const [, ...fields] = columns.map((column) => parseColumn(shape, column));
  const records: RecordValues[] = [];
  for (const [externalId = '', ...cells] of lines) {
    const values: Record<string, unknown> = {};
    for (const [index, field] of fields.entries()) {
      const value = field?.map(cells[index] ?? '');
      if (!field || value === undefined) return undefined;
      values[field.name] = value;
    }
    records.push({ xml_id: externalId, values });
  }
  return records;
}

type MapCell = (cell: string) => unknown;

function parseColumn(shape: ModelShape, column: string): { name: string; map: MapCell } | undefined {
  const [name = '', sub] = column.split('/');
  const type = shape.fields[name]?.type;
  const map = type && (sub === undefined ? PLAIN : sub === '.id' ? LINKS : {})[type];
  return map && { name, map };
}

const mapText: MapCell = (cell) => (cell === '' ? false : cell);

/** Nothing at all where it is no number, so that Odoo itself says what is wrong with it. */
const mapNumber: MapCell = (cell) => {
  if (cell === '') return false;
  const number = Number(cell);
  return Number.isFinite(number) ? number : undefined;
};

const FLAGS: Readonly<Record<string, boolean>> = { '': false, '0': false, '1': true };

type Mappings = Readonly<Partial<Record<FieldType, MapCell>>>;

const PLAIN: Mappings = {
  char: mapText,
  text: mapText,
  html: mapText,
  selection: mapText,
  date: mapText,
  datetime: mapText,
  binary: mapText,
  integer: mapNumber,
  many2one_reference: mapNumber,
  float: mapNumber,
  monetary: mapNumber,
  boolean: (cell) => FLAGS[cell],
};

const REPLACE = 6;

const LINKS: Mappings = {
  many2one: mapNumber,
  many2many: (cell) => [[REPLACE, 0, cell === '' ? [] : cell.split(',').map(Number)]],
};
