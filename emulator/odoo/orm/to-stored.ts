import { findRow } from '../env.ts';
import { OdooFault, valueError } from '../faults.ts';
import type { Env, Field, Model } from '../model.ts';
import { isTruthy, type Stored } from '../values.ts';
import { foreignKeyFault } from './constraints.ts';
import { sanitizeHtml } from './sanitize-html.ts';

type Convert = (value: unknown, field: Field, model: Model, env: Env) => Stored;

const isEmpty = (value: unknown) => value === false || value === null || value === undefined;

/** A value from outside as a column keeps it, refused the way Odoo or PostgreSQL refuses it. */
export function toStored(env: Env, model: Model, field: Field, value: unknown): Stored {
  const convert = converters[field.type] ?? toText;
  return convert(value, field, model, env);
}

const toText: Convert = (value) => {
  if (isEmpty(value)) return false;
  return typeof value === 'string' ? value : pythonText(value);
};

const pythonText = (value: unknown) => (value === true ? 'True' : String(value));

const toHtml: Convert = (value, field) => {
  if (isEmpty(value) || value === '') return value === '' ? '' : false;
  return field.sanitize === false ? String(value) : sanitizeHtml(String(value));
};

const toInteger: Convert = (value) => {
  if (isEmpty(value)) return false;
  if (typeof value === 'string' && !/^\s*[+-]?\d+\s*$/.test(value)) {
    throw valueError(`invalid literal for int() with base 10: '${value}'`);
  }
  const number = Math.trunc(Number(value));
  if (Math.abs(number) > 2147483647) {
    throw new OdooFault('psycopg2.errors.NumericValueOutOfRange', 'integer out of range\n');
  }
  return number;
};

const toFloat: Convert = (value) => {
  if (isEmpty(value)) return false;
  const number = Number(value === '' ? Number.NaN : value);
  if (Number.isNaN(number)) throw valueError(`could not convert string to float: '${String(value)}'`);
  return number;
};

const toDate: Convert = (value) => {
  if (isEmpty(value) || value === '') return false;
  const text = dateText(value).slice(0, 10);
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return text;
  throw new OdooFault(
    'psycopg2.errors.InvalidDatetimeFormat',
    `invalid input syntax for type date: "${String(value)}"\n`,
  );
};

const datetimeFormat = '%Y-%m-%d %H:%M:%S';

const toDatetime: Convert = (value) => {
  if (isEmpty(value) || value === '') return false;
  const text = dateText(value);
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return `${text} 00:00:00`;
  const match = /^(\d{4}-\d\d-\d\d) (\d\d)(:\d\d)?(:\d\d)?(\.\d+)?$/.exec(text);
  if (match) return `${match[1]} ${match[2]}${match[3] ?? ':00'}${match[4] ?? ':00'}`;
  const format = datetimeFormat.slice(0, Math.max(0, text.length - 2));
  if (format.endsWith('%')) throw valueError(`stray % in format '${format}'`);
  throw valueError(`time data '${text}' does not match format '${format}'`);
};

const dateText = (value: unknown) =>
  value instanceof Date ? value.toISOString().slice(0, 19).replace('T', ' ') : String(value);

const toSelection: Convert = (value, field, model) => {
  if (isEmpty(value) || value === '') return false;
  const text = String(value);
  if (field.selection && !field.selection.some(([key]) => key === text)) {
    throw valueError(`Wrong value for ${model.name}.${field.name}: '${text}'`);
  }
  return text;
};

const toManyToOne: Convert = (value, field, model, env) => {
  if (isEmpty(value) || value === '' || value === 0) return false;
  if (Array.isArray(value)) {
    const word = value.find((item) => typeof item !== 'number');
    if (word !== undefined) throw notAnInteger(word);
    throw new OdooFault(
      'psycopg2.errors.DatatypeMismatch',
      `column "${field.name}" is of type integer but expression is of type integer[]\n`,
    );
  }
  const id = typeof value === 'string' ? Number(value) : value;
  if (typeof id !== 'number' || Number.isNaN(id)) throw notAnInteger(value);
  if (!findRow(env, field.relation ?? '', id)) throw foreignKeyFault(model, field);
  return id;
};

const notAnInteger = (value: unknown) =>
  new OdooFault(
    'psycopg2.errors.InvalidTextRepresentation',
    `invalid input syntax for type integer: "${String(value)}"\n`,
  );

const converters: Partial<Record<Field['type'], Convert>> = {
  html: toHtml,
  integer: toInteger,
  many2one_reference: toInteger,
  float: toFloat,
  monetary: toFloat,
  boolean: (value) => isTruthy(value),
  date: toDate,
  datetime: toDatetime,
  selection: toSelection,
  many2one: toManyToOne,
};
