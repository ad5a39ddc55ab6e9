import pLimit from 'p-limit';
import { findMediaType, MEDIA_TYPE_BYTES } from '../../../lib/media-type.ts';
import type { Told } from '../../../lib/phrase.ts';
import { visibleText } from '../../../lib/visible-text.ts';
import { createBinary } from '../../../odoo/binary.ts';
import { Attachment } from '../../../odoo/builtin-models.ts';
import type { Odoo } from '../../../odoo/model-api.ts';
import { importContext, importRecords } from '../../../sync/import-records.ts';
import { readAhead } from '../../../sync/read-ahead.ts';
import type { Refusal } from '../../../sync/source.ts';
import { blame } from '../blame.ts';
import type { ExternalNames } from '../external-names.ts';
import { ZAMMAD_CONCURRENCY } from '../rest/client.ts';
import type { ArticleFile } from '../schema.ts';
import { phrase } from '../texts.ts';
import type { TicketSource } from '../ticket-source.ts';
import { checkSize, watchBytes } from './check-bytes.ts';

export interface FilesOptions {
  readonly odoo: Odoo;
  readonly source: TicketSource;
  readonly names: ExternalNames;
  readonly signal: AbortSignal;
}

/** A file and the ticket's record that it belongs to. */
export interface TicketFile {
  readonly file: ArticleFile;
  readonly recordId: number;
}

export interface HeldFile {
  readonly id: number;
  readonly res_id: number;
  readonly file_size: number;
}
/** What Odoo has of files, by their ids in Zammad. */
export type HeldFiles = ReadonlyMap<number, HeldFile>;

/** A file counts as there once its bytes are: a large one gets them in a second call. */
export function isWhole({ size }: ArticleFile, held: HeldFile | undefined): boolean {
  return held !== undefined && (held.file_size > 0 || size === 0);
}

export interface ImportedFiles {
  /** Attachments by the files' ids in Zammad, of those that were written now. */
  readonly ids: ReadonlyMap<number, number>;
  readonly refused: readonly Refusal[];
}

/** So much at once is held in memory; what is larger alone is passed on while it is read. */
const PORTION_BYTES = 4_000_000;
const PORTION_FILES = 100;
/** Where Zammad does not tell a file's size. */
const GUESSED_BYTES = 200_000;

/**
 * Brings files to Odoo in portions. A file that cannot be read is refused; its message comes all the same. Bytes
 * that the portion has already are not fetched again.
 */
export async function importFiles(
  files: readonly TicketFile[],
  options: FilesOptions,
): Promise<ImportedFiles> {
  const ids = new Map<number, number>();
  const refused: Refusal[] = [];
  const small = files.filter(({ file }) => sizeOf(file) <= PORTION_BYTES);
  const large = files.filter(({ file }) => sizeOf(file) > PORTION_BYTES);
  for await (const rows of readAhead(readPortions(small))) await write(rows);
  for (const one of large) await writeLarge(one);
  return { ids, refused };

  async function* readPortions(all: readonly TicketFile[]) {
    for (const portion of portions(all)) yield readPortion(portion);
  }

  async function readPortion(portion: readonly TicketFile[]) {
    const read = createReader(options);
    const rows = await Promise.all(
      portion.map(async (one) => {
        const content = await read(one.file);
        if ('fault' in content) {
          refuse(one.file, content.fault);
          return [];
        }
        const cells = { ...(await cellsOf(one, content.bytes)), datas: content.bytes.toString('base64') };
        return [{ one, cells }];
      }),
    );
    return rows.flat();
  }

  async function writeLarge(one: TicketFile): Promise<void> {
    const opened = await open(one.file, options);
    if ('fault' in opened) return refuse(one.file, opened.fault);
    const { start, whole, cancel } = await peek(opened.bytes);
    await write([{ one, cells: await cellsOf(one, start) }]);
    const id = ids.get(one.file.id);
    // Who asked for it must not be left waiting for a reader.
    if (id === undefined) {
      await cancel();
      return;
    }
    const attachments = options.odoo.model(Attachment);
    const watched = watchBytes(whole);
    try {
      await attachments.write([id], { datas: createBinary(watched.bytes) }, fileContext);
    } catch (error) {
      if (watched.failure() === undefined) throw error;
      const reason = await blame(watched.failure(), options.source, options.signal);
      // Nobody is to find a file that holds nothing.
      await attachments.unlink([id]);
      ids.delete(one.file.id);
      refuse(one.file, reason);
    }
  }

  async function write(
    rows: readonly { readonly one: TicketFile; readonly cells: Readonly<Record<string, string>> }[],
  ): Promise<void> {
    const written = await importRecords(
      options.odoo,
      Attachment,
      rows.map(({ one, cells }) => ({ externalId: options.names.file(one.file.id), cells })),
      fileContext,
    );
    refused.push(...written.refused);
    for (const { one } of rows) {
      const id = written.ids.get(options.names.file(one.file.id));
      if (id !== undefined) ids.set(one.file.id, id);
    }
  }

  function refuse(file: ArticleFile, reason: Told): void {
    refused.push({ externalId: options.names.file(file.id), reason });
  }
}

/** Images stay as they are: Odoo would make large ones smaller. */
const fileContext = { ...importContext, image_no_postprocess: true } as const;

/** `start` is the file's beginning, which says more of it than whoever sent it. */
async function cellsOf({ file, recordId }: TicketFile, start: Uint8Array) {
  return {
    name: nameOf(file),
    res_model: 'x_support.ticket',
    res_id: String(recordId),
    mimetype: await findMediaType(start.subarray(0, MEDIA_TYPE_BYTES), file.mime_type),
  };
}

/** As Zammad has it: what no file system takes, the portal replaces on the way out. */
function nameOf({ id, filename }: ArticleFile): string {
  const name = visibleText(filename).replace(/[\r\n]+/g, ' ');
  return name.trim() === '' ? `file-${id}` : name;
}

/** The beginning of a file that is still being read, and all of it. */
async function peek(bytes: AsyncIterable<Uint8Array>) {
  const reading = bytes[Symbol.asyncIterator]();
  const pieces: Uint8Array[] = [];
  for (let size = 0; size < MEDIA_TYPE_BYTES; ) {
    const next = await reading.next();
    if (next.done) break;
    pieces.push(next.value);
    size += next.value.length;
  }
  async function* whole(): AsyncGenerator<Uint8Array> {
    yield* pieces;
    yield* { [Symbol.asyncIterator]: () => reading };
  }
  return { start: Buffer.concat(pieces), whole: whole(), cancel: () => reading.return?.() };
}

function sizeOf({ size }: ArticleFile): number {
  return size ?? GUESSED_BYTES;
}

function* portions(files: readonly TicketFile[]): Generator<readonly TicketFile[]> {
  let portion: TicketFile[] = [];
  let bytes = 0;
  for (const one of files) {
    const isFull = portion.length >= PORTION_FILES || bytes + sizeOf(one.file) > PORTION_BYTES;
    if (isFull && portion.length > 0) {
      yield portion;
      portion = [];
      bytes = 0;
    }
    portion.push(one);
    bytes += sizeOf(one.file);
  }
  if (portion.length > 0) yield portion;
}

/** What is in a file, or why it cannot be had. */
type Content<Bytes> = { readonly bytes: Bytes } | { readonly fault: Told };

/** Reads files, equal ones once. */
function createReader(options: FilesOptions): (file: ArticleFile) => Promise<Content<Buffer>> {
  const limit = pLimit(ZAMMAD_CONCURRENCY);
  const begun = new Map<string, Promise<Content<Buffer>>>();
  return (file) => {
    const key = file.content_key || `file ${file.id}`;
    const reading =
      begun.get(key) ??
      limit(async () => {
        const opened = await open(file, options);
        if ('fault' in opened) return opened;
        try {
          return { bytes: await collect(opened.bytes) };
        } catch (error) {
          return { fault: await blame(error, options.source, options.signal) };
        }
      });
    begun.set(key, reading);
    return reading;
  };
}

async function open(
  file: ArticleFile,
  { source, signal }: FilesOptions,
): Promise<Content<AsyncIterable<Uint8Array>>> {
  try {
    const bytes = await source.openFile(file, signal);
    return bytes ? { bytes: checkSize(bytes, file) } : { fault: phrase('zammad.noFile') };
  } catch (error) {
    return { fault: await blame(error, source, signal) };
  }
}

async function collect(bytes: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of bytes) pieces.push(piece);
  return Buffer.concat(pieces);
}
