import { z } from 'zod';
import { PREFIX } from '../schema/index.ts';
import type { DesiredRecord } from './record.ts';

/**
 * What the last apply wrote, column by column: it tells what people changed in Odoo since. It is kept in Odoo, as
 * the value of the seal.
 */
const Ledger = z.object({
  fingerprint: z.string(),
  columns: z.record(z.string(), z.record(z.string(), z.string())),
});
export type Ledger = z.infer<typeof Ledger>;

/** The columns of one record. */
export type Notes = Readonly<Record<string, string>>;

/** Undefined where there is none, or none that can be read: then nobody can tell who changed what. */
export function parseLedger(text: unknown): Ledger | undefined {
  if (typeof text !== 'string' || !text.startsWith('{')) return undefined;
  try {
    return Ledger.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

/** One text for one content, whatever the order of the declarations: it is compared in every plan. */
export function renderLedger({ fingerprint, columns }: Ledger): string {
  const records = Object.entries(columns)
    .filter(([, notes]) => Object.keys(notes).length > 0)
    .map(([name, notes]) => [name, sorted(notes)] as const);
  return JSON.stringify({ fingerprint, columns: sorted(Object.fromEntries(records)) });
}

const sorted = <T>(record: Readonly<Record<string, T>>): Readonly<Record<string, T>> =>
  Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));

/** Notes of a record go under its external id without our prefix. */
export const ledgerName = ({ externalId }: Pick<DesiredRecord, 'externalId'>): string => shortId(externalId);

export const findNotes = (ledger: Ledger, record: DesiredRecord): Notes =>
  ledger.columns[ledgerName(record)] ?? {};

/** Ours without the prefix. */
export const shortId = (externalId: string): string =>
  externalId.startsWith(`${PREFIX}.`) ? externalId.slice(PREFIX.length + 1) : externalId;

export const longId = (name: string): string => (name.includes('.') ? name : `${PREFIX}.${name}`);
