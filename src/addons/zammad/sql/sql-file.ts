import { z } from 'zod';
import type { Phrase } from '../../../lib/phrase.ts';
import { ZammadError } from '../errors.ts';
import type { ZammadClient } from '../rest/client.ts';
import type { ArticleFile } from '../schema.ts';
import { phrase } from '../texts.ts';
import type { SqlDatabase } from './sql-database.ts';

export interface OpenFileOptions {
  /** Reads what Zammad keeps outside its database. */
  readonly openElsewhere: ZammadClient['openFile'] | undefined;
  readonly signal: AbortSignal;
}

/** The bytes of a file; `undefined` where it is gone. @throws ZammadError where the database does not hold them. */
export async function openSqlFile(
  database: SqlDatabase,
  file: ArticleFile,
  { openElsewhere, signal }: OpenFileOptions,
): Promise<AsyncIterable<Uint8Array> | undefined> {
  const [stored] = await database.query(Stored, STORED, [file.id], signal);
  if (!stored) return undefined;
  if (stored.provider === 'DB') return stored.isHeld ? readBytes(database, stored.sha, signal) : undefined;
  if (openElsewhere) return openElsewhere(file, signal);
  const place = placeOf(stored.provider ?? '');
  throw new ZammadError(phrase('zammad.fileElsewhere', { file: file.filename, place }), {
    code: 'zammad_file_unreadable',
    help: phrase('zammad.fileElsewhere.help'),
  });
}

function placeOf(provider: string): Phrase {
  if (provider === 'File') return phrase('zammad.place.disk');
  return provider === 'S3' ? phrase('zammad.place.s3') : phrase('zammad.place.other', { provider });
}

const STORED = `SELECT f.sha, f.provider, EXISTS (SELECT FROM store_provider_dbs d WHERE d.sha = f.sha) AS "isHeld"
  FROM stores s JOIN store_files f ON f.id = s.store_file_id WHERE s.id = $1`;

const Stored = z.object({ sha: z.string(), provider: z.string().nullable(), isHeld: z.boolean() });

/** PostgreSQL sends bytes as text of twice their length, so they come in pieces. */
const PIECE = 2_000_000;

const Piece = z.object({ bytes: z.instanceof(Uint8Array).nullable() });

async function* readBytes(
  database: SqlDatabase,
  sha: string,
  signal: AbortSignal,
): AsyncGenerator<Uint8Array> {
  const text =
    'SELECT substring(data FROM $2::int FOR $3::int) AS bytes FROM store_provider_dbs WHERE sha = $1';
  for (let start = 1; ; start += PIECE) {
    const [piece] = await database.query(Piece, text, [sha, start, PIECE], signal);
    if (!piece?.bytes?.length) return;
    yield piece.bytes;
    if (piece.bytes.length < PIECE) return;
  }
}
