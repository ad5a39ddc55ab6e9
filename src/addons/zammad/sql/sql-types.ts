import pg from 'pg';

const { builtins } = pg.types;

type Parser = (value: string) => unknown;

/**
 * How values of the database become those that the REST API would give: moments as ISO 8601 in UTC (the columns
 * have no zone, and node-postgres would take them for local time), decimals as text, dates as dates.
 */
const parsers = new Map<number, Parser>([
  [builtins.TIMESTAMP, (value) => toIso(`${value}Z`) ?? value],
  [builtins.TIMESTAMPTZ, (value) => toIso(value) ?? value],
  [builtins.DATE, String],
  [builtins.NUMERIC, String],
  [builtins.INT8, Number],
]);

export const sqlTypes: pg.CustomTypesConfig = {
  getTypeParser: (id: number, format?: 'text' | 'binary') =>
    parsers.get(id) ??
    (format === 'binary' ? pg.types.getTypeParser(id, 'binary') : pg.types.getTypeParser(id, 'text')),
};

/** `infinity` and years of more than four digits are no moments to JavaScript. */
function toIso(value: string): string | undefined {
  const moment = new Date(value.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00'));
  return Number.isNaN(moment.getTime()) ? undefined : moment.toISOString();
}
