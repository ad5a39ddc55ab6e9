import { z } from 'zod';
import { ExternalId } from '../../../odoo/builtin-models.ts';
import { findExternalIds, splitExternalId } from '../../../odoo/external-ids.ts';
import type { RefusedRow } from '../../../odoo/load-rows.ts';
import type { Odoo } from '../../../odoo/model-api.ts';
import { importRecords } from '../../../sync/import-records.ts';
import { Equipment } from '../models.ts';
import { type DescribedField, findColumns } from './find-columns.ts';
import { readLinks } from './find-links.ts';
import { type MappedRow, mapRow, type RowProblem } from './map-row.ts';
import type { Table } from './read-table.ts';

/** What a file would do to Odoo. */
export interface EquipmentPlan {
  readonly rows: readonly MappedRow[];
  /** How many of them are there already. */
  readonly known: number;
  /** Pieces that somebody entered by hand: the serial number’s, by the external id that they get. */
  readonly adopted: ReadonlyMap<string, number>;
  readonly problems: readonly RowProblem[];
}

const Described = z.record(
  z.string(),
  z.object({
    type: z.string(),
    string: z.string(),
    relation: z.string().optional(),
    readonly: z.boolean().optional(),
    selection: z.array(z.tuple([z.string(), z.string()])).optional(),
  }),
);
const ATTRIBUTES = ['type', 'string', 'relation', 'readonly', 'selection'];
const BATCH = 500;

/** Reads all that the rows name, and says what is wrong with which; nothing is written. */
export async function planEquipment(odoo: Odoo, table: Table): Promise<EquipmentPlan> {
  const fields: Readonly<Record<string, DescribedField>> = Described.parse(
    await odoo.call(Equipment.name, 'fields_get', [[], ATTRIBUTES], {}, { retry: true }),
  );
  const columns = findColumns(table.heads, fields);
  const findLink = await readLinks(odoo, columns, (column) => {
    const index = columns.indexOf(column);
    return table.rows.map(({ cells }) => cells[index] ?? '');
  });
  const mapped = table.rows.map((row) => mapRow(row, columns, findLink));
  const problems = mapped.flatMap((row) => ('problems' in row ? row.problems : []));
  const seen = new Map<string, number>();
  const rows: MappedRow[] = [];
  for (const row of mapped) {
    if ('problems' in row) continue;
    const first = seen.get(row.serial);
    if (first === undefined) rows.push(row);
    else
      problems.push({
        line: row.line,
        problem: `the serial number ${row.serial} is in line ${first} already`,
      });
    seen.set(row.serial, first ?? row.line);
  }
  const { known, adopted } = await findKnown(odoo, rows);
  return { rows, known, adopted, problems };
}

async function findKnown(odoo: Odoo, rows: readonly MappedRow[]) {
  const known = new Set<string>();
  const adopted = new Map<string, number>();
  for (let start = 0; start < rows.length; start += BATCH) {
    const batch = rows.slice(start, start + BATCH);
    const named = await findExternalIds(
      odoo,
      batch.map(({ externalId }) => externalId),
    );
    for (const { externalId } of named) known.add(externalId);
    const bySerial = await odoo
      .model(Equipment)
      .with({ context: { active_test: false } })
      .searchRead([['serial_no', 'in', batch.map(({ serial }) => serial)]], { fields: ['serial_no'] });
    for (const { id, serial_no } of bySerial) {
      const row = batch.find(({ serial }) => serial === serial_no);
      if (row && !known.has(row.externalId)) adopted.set(row.externalId, id);
    }
  }
  return { known: known.size + adopted.size, adopted };
}

export interface EquipmentImport {
  readonly written: number;
  readonly refused: readonly RefusedRow[];
}

/** Creates or updates the pieces in batches. Cut short and run again, it ends in the same. */
export async function importEquipment(
  odoo: Odoo,
  { rows, adopted }: EquipmentPlan,
  onProgress: (done: number) => void,
): Promise<EquipmentImport> {
  await odoo.model(ExternalId).createInBatches(
    [...adopted].map(([externalId, res_id]) => ({
      ...splitExternalId(externalId),
      model: Equipment.name,
      res_id,
    })),
  );
  const refused: RefusedRow[] = [];
  let written = 0;
  for (let start = 0; start < rows.length; start += BATCH) {
    const batch = rows.slice(start, start + BATCH);
    const result = await importRecords(
      odoo,
      Equipment,
      batch.map(({ externalId, cells }) => ({ externalId, cells })),
    );
    written += result.written;
    refused.push(...result.refused);
    onProgress(Math.min(start + BATCH, rows.length));
  }
  return { written, refused };
}
