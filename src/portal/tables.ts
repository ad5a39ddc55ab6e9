import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { stringify } from 'csv-stringify';
import type { Request, Response } from 'express';
import { visibleText } from '../lib/visible-text.ts';
import type { Frame } from './frame.ts';
import type { CreateFrame } from './frames.ts';
import type { TableReply } from './reply.ts';

export type SendTable = (req: Request, res: Response, table: TableReply) => Promise<void>;

/**
 * Sends rows as a CSV file while they are read, as spreadsheets open it by a double click: marked as UTF-8, parted as
 * the reader's language has it, and with no cell that a spreadsheet would run as a formula.
 */
export function createTables(createFrame: CreateFrame): SendTable {
  return async (req, res, { name, rows }) => {
    const frame = createFrame(req, res);
    const csv = stringify({
      bom: true,
      delimiter: delimiterOf(frame),
      record_delimiter: 'windows',
      escape_formulas: true,
    });
    res.set('cache-control', 'private, no-cache').type('csv').attachment(name);
    // What fails now can only cut the file off; the browser tells that the download failed.
    await pipeline(Readable.from(visibleCells(rows(frame))), csv, res).catch((error: unknown) => {
      if (!isGone(error)) throw error;
    });
  };
}

async function* visibleCells(rows: AsyncIterable<readonly string[]>) {
  for await (const cells of rows) yield cells.map(visibleText);
}

/** Where a comma stands in numbers, spreadsheets part cells by semicolons. */
function delimiterOf({ locale, formats }: Frame): string {
  return formats.number(locale).format(1.5).includes(',') ? ';' : ',';
}

/** The reader has left before the end. */
function isGone(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE';
}
