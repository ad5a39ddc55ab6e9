import { OdooError } from './faults.ts';
import type { LoadResult } from './load-rows.ts';

export interface Loaded {
  /** What was to be written, as it reads behind “Odoo refuses”: `the files`. */
  readonly what: string;
  readonly help: string;
}

/**
 * The ids that a `load` gave its rows, in their order. `rows` are what the rows are called in an error.
 * @throws OdooError with everything that Odoo says against them, or where it does not say which records they are.
 */
export function getLoadedIds(
  result: LoadResult,
  loaded: Loaded & { readonly rows: readonly string[] },
): readonly number[] {
  const { ids, messages } = result;
  if (ids === false) throw refusal(messages, loaded);
  if (ids.length !== loaded.rows.length) throw unnamed(loaded, ids.length, loaded.rows.length);
  return ids;
}

/** The id that a `load` of one row gave it. */
export function getLoadedId({ ids, messages }: LoadResult, loaded: Loaded): number {
  if (ids === false) throw refusal(messages, loaded);
  const [id] = ids;
  if (id === undefined) throw unnamed(loaded, 0, 1);
  return id;
}

function refusal(
  messages: LoadResult['messages'],
  { what, help, rows = [] }: Loaded & { readonly rows?: readonly string[] },
): OdooError {
  const lines = messages.map(({ message, record }) => {
    const row = record === undefined ? undefined : rows[record];
    return row === undefined ? message : `${row}: ${message}`;
  });
  const reason = lines.length > 1 ? `\n${lines.join('\n')}` : ` ${lines[0] ?? 'it gives no reason'}`;
  return new OdooError(`Odoo refuses ${what}:${reason}`, { code: 'odoo_validation', help });
}

function unnamed({ what }: Loaded, records: number, rows: number): OdooError {
  return new OdooError(`Odoo has written ${what}, but names ${records} records for ${rows} rows`, {
    code: 'odoo_validation',
    help: 'Something in this Odoo changes what load answers: look at the modules that were added to it.',
  });
}
