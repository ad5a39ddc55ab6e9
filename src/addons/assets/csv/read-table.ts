import { readFile } from 'node:fs/promises';
import { CsvError } from 'csv-parse';
import { parse } from 'csv-parse/sync';
import { AppError, errorMessage } from '../../../lib/errors.ts';

/** A file of rows with heads; the first row after the heads is line 2. */
export interface Table {
  readonly heads: readonly string[];
  readonly rows: readonly TableRow[];
}

export interface TableRow {
  readonly line: number;
  /** In the order of the heads. */
  readonly cells: readonly string[];
}

/** Reads a file of commas, semicolons or tabs, in UTF-8. @throws AppError for what is no such file */
export async function readTable(path: string): Promise<Table> {
  return parseTable(await read(path));
}

export function parseTable(text: string): Table {
  const first = text.slice(0, text.search(/[\r\n]|$/));
  const delimiter = [';', '\t', ','].find((sign) => first.includes(sign)) ?? ',';
  try {
    const [heads = [], ...rows] = parse(text, {
      bom: true,
      delimiter,
      trim: true,
      skip_empty_lines: true,
      relax_column_count_less: true,
    });
    if (heads.length === 0) throw unreadable('there is nothing in it');
    return { heads, rows: rows.map((cells, index) => ({ line: index + 2, cells })) };
  } catch (error) {
    if (error instanceof CsvError) throw unreadable(error.message);
    throw error;
  }
}

async function read(path: string): Promise<string> {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await readFile(path));
  } catch (error) {
    throw unreadable(error instanceof TypeError ? 'it is not in UTF-8' : errorMessage(error));
  }
}

function unreadable(reason: string): AppError {
  return new AppError(`the file cannot be read: ${reason}`, {
    code: 'usage',
    help: 'Save the table as CSV in UTF-8, with the names of the columns in its first row.',
  });
}
