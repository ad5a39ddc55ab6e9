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
  /** What was handed out, also what was deleted or is declared no longer; earlier versions kept no account of it. */
  handedOut: z.array(z.string()).default([]),
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
export function renderLedger({ fingerprint, columns, handedOut }: Ledger): string {
  const records = Object.entries(columns)
    .filter(([, notes]) => Object.keys(notes).length > 0)
    .map(([name, notes]) => [name, sorted(notes)] as const);
  return JSON.stringify({
    fingerprint,
    columns: sorted(Object.fromEntries(records)),
    ...(handedOut.length === 0 ? {} : { handedOut: [...new Set(handedOut)].sort() }),
  });
}

const sorted = <T>(record: Readonly<Record<string, T>>): Readonly<Record<string, T>> =>
  Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));

/** Notes of a record go under its external id without our prefix. */
export const ledgerName = ({ externalId }: Pick<DesiredRecord, 'externalId'>): string => shortId(externalId);

export const findNotes = (ledger: Ledger, record: DesiredRecord): Notes =>
  ledger.columns[ledgerName(record)] ?? {};

/** Whether it was handed out before, be it there still or not. */
export const wasHandedOut = (
  ledger: Ledger | undefined,
  record: Pick<DesiredRecord, 'externalId'>,
): boolean => ledger?.handedOut.includes(ledgerName(record)) ?? false;

/** Ours without the prefix. */
export const shortId = (externalId: string): string =>
  externalId.startsWith(`${PREFIX}.`) ? externalId.slice(PREFIX.length + 1) : externalId;

export const longId = (name: string): string => (name.includes('.') ? name : `${PREFIX}.${name}`);
