import { DateTime } from 'luxon';
import { findRow, getUserRow } from '../env.ts';
import type { Env, Field } from '../model.ts';

/** A cell that cannot be what its column says; `%(field)s` stands for the column's label. */
export class CellError extends Error {
  readonly info: Readonly<Record<string, unknown>> | undefined;

  constructor(message: string, info?: Readonly<Record<string, unknown>>) {
    super(message);
    this.info = info;
  }
}

/** The text of a cell as the value that `create` and `write` take. */
export function convertCell(env: Env, field: Field, text: string): unknown {
  switch (field.type) {
    case 'boolean':
      return toBoolean(text);
    case 'integer':
    case 'many2one_reference':
      if (/^\s*[-+]?\d+\s*$/.test(text)) return Number(text);
      throw new CellError(`'${text}' does not seem to be an integer for field '%(field)s'`, {});
    case 'float':
    case 'monetary':
      if (text.trim() !== '' && !Number.isNaN(Number(text))) return Number(text);
      throw new CellError(`'${text}' does not seem to be a number for field '%(field)s'`, {});
    case 'date':
      return toDate(text);
    case 'datetime':
      return toDatetime(env, text);
    case 'selection':
      return toSelection(field, text);
    default:
      return text;
  }
}

function toBoolean(text: string): boolean {
  if (/^(1|true|yes)$/i.test(text)) return true;
  if (/^(|0|false|no)$/i.test(text)) return false;
  throw new CellError(`Unknown value '${text}' for boolean field '%(field)s'`, {
    moreinfo: "Use '1' for yes and '0' for no",
  });
}

function toDate(text: string): string {
  const date = DateTime.fromISO(text.slice(0, 10), { zone: 'utc' });
  if (date.isValid && /^\d{4}-\d\d-\d\d/.test(text)) return text.slice(0, 10);
  throw new CellError(`'${text}' does not seem to be a valid date for field '%(field)s'`, {
    moreinfo: "Use the format '2012-12-31'",
  });
}

/** Times in a file are local ones: of the context's zone, else the user's, else UTC. */
function toDatetime(env: Env, text: string): string {
  const match = /^\d{4}-\d\d-\d\d( \d\d(:\d\d(:\d\d)?)?)?$/.exec(text);
  const zone = String(env.context.tz || ownZone(env) || 'utc');
  const padded = text.length === 10 ? `${text}T00:00:00` : text.replace(' ', 'T');
  const moment = DateTime.fromISO(padded, { zone, locale: 'en' });
  if (!match || !moment.isValid) {
    throw new CellError(`'${text}' does not seem to be a valid datetime for field '%(field)s'`, {
      moreinfo: "Use the format '2012-12-31 23:59:59'",
    });
  }
  return moment.toUTC().toFormat('yyyy-MM-dd HH:mm:ss');
}

const ownZone = (env: Env) => findRow(env, 'res.partner', getUserRow(env).get('partner_id'))?.get('tz');

function toSelection(field: Field, text: string): string {
  const wanted = text.toLowerCase();
  for (const [value, label] of field.selection ?? []) {
    if (value.toLowerCase() === wanted || label.toLowerCase() === wanted) return value;
  }
  throw new CellError(`Value '${text}' not found in selection field '%(field)s'`, {
    moreinfo: (field.selection ?? []).map(([value, label]) => label || value),
  });
}
