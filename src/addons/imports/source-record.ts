import cron from 'node-cron';
import type { I18n } from '../../lib/i18n.ts';
import { english, type Phrase } from '../../lib/phrase.ts';
import { joinFields } from '../../odoo/join-reads.ts';
import type { Odoo } from '../../odoo/model-api.ts';
import type { FieldName, ModelShape } from '../../odoo/model-shape.ts';
import { findOwnLanguage } from '../../odoo/own-language.ts';
import type { Row } from '../../odoo/values.ts';
import { importRecords } from '../../sync/import-records.ts';
import { ImportSource } from './models.ts';
import { phrase } from './texts.ts';

const FIELDS = [
  'x_name',
  'x_key',
  'x_url',
  'x_active',
  'x_interval',
  'x_cron',
  'x_match',
  'x_winners',
  'x_alert_after',
  'x_cursor',
  'x_last_run_at',
  'x_reconciled_at',
  'x_last_success_at',
  'x_failures',
  'x_run_id',
  'x_run_state',
  'x_run_mode',
  'x_refusals',
  'x_retry_at',
  'x_problem',
] as const;

/** What the settings say of a source. */
export interface SourceIdentity<O extends OwnFields = OwnFields> {
  /** Keeps sources apart: part of their settings' names and of every external id, so it must not change. */
  readonly key: string;
  /** What people see in Odoo: no login, no password. */
  readonly address: string;
  /** Of the source's own record. */
  readonly externalId: string;
  /** The fields that its connector adds to sources, with what a new source has in them. */
  readonly own: O;
  /** What the settings decide of them, whatever people write there. */
  readonly keeps: Partial<O> & Readonly<Record<string, string>>;
}

/** Fields that a connector adds to sources. They are read with the others, in the same call. */
export type OwnFields = Readonly<Record<never, unknown>>;

/** Those of a model that extends the source, by their names. */
export type OwnFieldsOf<M extends ModelShape, F extends FieldName<M>> = Omit<Row<M, F>, 'id'>;

/** The record by which administrators see and steer a source in Odoo, and which keeps its cursor. */
export type SourceRecord = Row<typeof ImportSource, (typeof FIELDS)[number]>;

/** Odoo takes a source that is not active for archived. */
const SWITCHED_OFF_TOO = { active_test: false };

/** All sources that Odoo knows, by key; those of other settings too. */
export async function findSourceRecords(
  odoo: Odoo,
  sources: readonly SourceIdentity[],
): Promise<ReadonlyMap<string, SourceRecord>> {
  const rows = await odoo.model(ImportSource).searchRead([['x_key', '!=', false]], {
    fields: fieldsOf(sources),
    order: 'id desc',
    context: SWITCHED_OFF_TOO,
  });
  // Of two with the same key the older one counts.
  return new Map(rows.map((row) => [row.x_key || '', row]));
}

export async function findSourceRecord(
  odoo: Odoo,
  source: SourceIdentity,
): Promise<SourceRecord | undefined> {
  const rows = await odoo.model(ImportSource).searchRead([['x_key', '=', source.key]], {
    fields: fieldsOf([source]),
    order: 'id',
    limit: 1,
    context: SWITCHED_OFF_TOO,
  });
  return rows[0];
}

const fieldsOf = (sources: readonly SourceIdentity[]) =>
  joinFields(
    FIELDS,
    sources.flatMap(({ own }) => Object.keys(own)),
  );

/** Where there is none it is made; one that was there before sources had keys gets its key and keeps its cursor. */
export async function getSourceRecord(odoo: Odoo, source: SourceIdentity): Promise<SourceRecord> {
  const found = await findSourceRecord(odoo, source);
  return found ?? registerSource(odoo, source);
}

export async function registerSource(odoo: Odoo, source: SourceIdentity): Promise<SourceRecord> {
  const { key, address, externalId, keeps } = source;
  const cells = { x_name: nameOf(key), x_key: key, x_url: address, ...keeps };
  const { refused } = await importRecords(odoo, ImportSource, [{ externalId, cells }]);
  const made = await findSourceRecord(odoo, source);
  if (made) return made;
  throw new Error(
    `Odoo does not keep the import source "${key}": ${english(refused[0]?.reason ?? 'unknown')}`,
  );
}

/** A source that Odoo does not know yet, as it would begin. */
export function newSource({ key, address, own }: SourceIdentity): SourceRecord {
  return {
    id: 0,
    x_name: nameOf(key),
    x_key: key,
    x_url: address,
    x_active: true,
    x_interval: 0,
    x_cron: false,
    x_match: 'email',
    x_winners: false,
    x_alert_after: 0,
    x_cursor: false,
    x_last_run_at: false,
    x_reconciled_at: false,
    x_last_success_at: false,
    x_failures: 0,
    x_run_id: false,
    x_run_state: false,
    x_run_mode: false,
    x_refusals: 0,
    x_retry_at: false,
    x_problem: false,
    ...own,
  };
}

/** Brings what the settings say into the record, and what is wrong with what people wrote there. */
export async function keepSourceRecord(
  odoo: Odoo,
  { address, keeps }: SourceIdentity,
  record: SourceRecord,
  sayIn: I18n['sayIn'],
): Promise<SourceRecord> {
  const problem = findProblem(record);
  const x_problem: string | false = problem ? sayIn(await findOwnLanguage(odoo))(problem) : false;
  const is = { ...keeps, x_url: address, x_problem };
  const has: Readonly<Record<string, unknown>> = record;
  if (Object.entries(is).every(([field, value]) => has[field] === value)) return record;
  await odoo.model(ImportSource).write([record.id], is);
  return { ...record, ...is };
}

function findProblem({ x_cron }: SourceRecord): Phrase | undefined {
  if (!x_cron || cron.validate(x_cron)) return undefined;
  return phrase('imports.cron', { cron: x_cron });
}

/** Until people give it a better one. */
const nameOf = (key: string) => key.charAt(0).toUpperCase() + key.slice(1);
