import { z } from 'zod';
import { ZammadError } from '../errors.ts';
import { phrase } from '../texts.ts';
import type { SqlDatabase } from './sql-database.ts';

/** In what the database of a Zammad differs from version to version. */
export interface SqlShape {
  /** The type of `stores.o_id`, which an index is used with only if it is asked for as such: a number up to 5.5. */
  readonly fileOwner: 'bigint' | 'varchar';
  /** It knows no encoding, so its bytes may be no text: what is none is read as `�`. */
  readonly isLossy: boolean;
}

const Column = z.object({ type: z.string(), isLossy: z.boolean() });

/** @throws ZammadError where the database is no Zammad's. */
export async function findSqlShape(database: SqlDatabase, signal?: AbortSignal): Promise<SqlShape> {
  const text = `SELECT format_type(atttypid, NULL) AS type,
      current_setting('server_encoding') = 'SQL_ASCII' AS "isLossy"
    FROM pg_attribute
    WHERE attrelid = to_regclass('stores') AND attname = 'o_id'`;
  const [column] = await database.query(Column, text, [], signal);
  if (!column) {
    throw new ZammadError(phrase('zammad.sql.notZammad', { database: database.label }), {
      code: 'zammad_not_zammad',
      help: phrase('zammad.sql.name.help'),
    });
  }
  return { fileOwner: column.type === 'bigint' ? 'bigint' : 'varchar', isLossy: column.isLossy };
}
