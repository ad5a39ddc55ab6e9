import { readFileSync } from 'node:fs';
import type { ZammadAttribute, ZammadVersion } from '../types.ts';

/**
 * The statements that make the tables of Zammad's database which an import can meet, in the shape of a version: those
 * of 5.5, and what came since. Zone-less times hold UTC; the only index on a time of change is the one on tickets.
 */
export function readSchema(
  version: ZammadVersion,
  attributes: readonly ZammadAttribute[],
): readonly string[] {
  return [
    ...versions.slice(0, versions.indexOf(version) + 1).flatMap(readStatements),
    ...attributes.map(({ name, type }) => `ALTER TABLE tickets ADD COLUMN ${name} ${columnTypes[type]}`),
  ];
}

const versions: readonly ZammadVersion[] = ['5.5', '6.4', '7.1'];

function readStatements(version: ZammadVersion): readonly string[] {
  const text = readFileSync(new URL(`schema-${version}.sql`, import.meta.url), 'utf8');
  return text.split(/;\s*/).filter((statement) => statement !== '');
}

const columnTypes: Readonly<Record<ZammadAttribute['type'], string>> = {
  input: 'varchar(250)',
  select: 'varchar(250)',
  multiselect: 'varchar[]',
  integer: 'integer',
  boolean: 'boolean',
  date: 'date',
  datetime: 'timestamp(3)',
};
