import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import busboy from 'busboy';
import type { Request } from 'express';
import createHttpError from 'http-errors';
import { findFileKind } from './file-kind.ts';
import { safeFileName } from './file-name.ts';
import { CUT_OFF_FACTOR, FIELD_BYTES, FIELDS } from './form-limits.ts';
import type { Spool, SpoolFile } from './spool.ts';
import type { Upload, UploadError, UploadedFile, UploadLimits } from './uploaded-file.ts';

export interface MultipartOptions {
  readonly limits: UploadLimits;
  readonly spool: Spool;
  /** Asked with the fields that came before the first file: for whom is it kept? For nobody unless it is said. */
  readonly findOwner: (fields: Readonly<Record<string, string>>) => string | undefined;
}

/**
 * A form with files. They go to the disk while they arrive, so that memory does not grow with them; what breaks a
 * limit, or finds no room, is read to its end and dropped, so that the browser gets a page that says so. Ten times
 * too much, and the connection is cut.
 */
export async function parseMultipart(
  req: Request,
  { limits, spool, findOwner }: MultipartOptions,
): Promise<Upload> {
  const fields: Record<string, string> = {};
  const names: string[] = [];
  const writing: Promise<UploadedFile | undefined>[] = [];
  const kept: SpoolFile[] = [];
  let total = 0;
  let error: UploadError | undefined;
  let fault: unknown;

  const remove = async (): Promise<void> => {
    await Promise.allSettled(writing);
    await Promise.allSettled(kept.map((file) => file.close()));
  };

  const parser = createParser(req, limits);
  parser.on('field', (name, value, { valueTruncated }) => {
    if (valueTruncated) fault ??= createHttpError(413);
    fields[name] = value;
  });
  parser.on('fieldsLimit', () => {
    fault ??= createHttpError(413);
  });
  parser.on('partsLimit', () => {
    fault ??= createHttpError(413);
  });
  parser.on('file', (_field, stream, { filename }) => {
    // A form that breaks off breaks its file, too, whoever listens by then: the form's own error tells.
    stream.on('error', () => undefined);
    // An empty file input sends a nameless file.
    if (!filename) {
      stream.resume();
      return;
    }
    names.push(safeFileName(filename));
    if (names.length > limits.files) error ??= 'upload.error.count';
    const owner = error || fault ? undefined : findOwner(fields);
    if (owner === undefined) {
      stream.resume();
      return;
    }
    const file = keep(stream, safeFileName(filename), owner);
    // Heard of below; until then it is nobody's.
    file.catch(() => undefined);
    writing.push(file);
  });

  async function keep(
    stream: Readable & { truncated?: boolean },
    name: string,
    owner: string,
  ): Promise<UploadedFile | undefined> {
    const file = await orFault(spool.create(owner));
    if (file) kept.push(file);
    for await (const chunk of stream) {
      total += chunk.length;
      if (total > limits.totalBytes) error ??= 'upload.error.size';
      if (file && !error && !fault) await orFault(file.append(chunk));
    }
    if (stream.truncated) error ??= 'upload.error.size';
    if (!file || error || fault) return undefined;
    const { size } = file;
    const kind = await orFault(findFileKind(file, name));
    if (size === 0) error ??= 'upload.error.empty';
    if (kind?.isProgram) error ??= 'upload.error.program';
    return kind && { name, mimetype: kind.mimetype, size, read: () => file.read() };
  }

  /** What this machine cannot keep is no reason to leave the form half read: its words come back with the page. */
  async function orFault<T>(work: Promise<T>): Promise<T | undefined> {
    try {
      return await work;
    } catch (cause) {
      fault ??= cause;
      return undefined;
    }
  }

  try {
    await pipeline(req, cutOff(limits.totalBytes * CUT_OFF_FACTOR), parser);
    const files = (await Promise.all(writing)).filter((file) => file !== undefined);
    if (error || fault) await remove();
    return { fields, files: error || fault ? [] : files, names, error, fault, remove };
  } catch (cause) {
    await remove();
    throw createHttpError.isHttpError(cause) ? cause : createHttpError(400, 'the form is cut off');
  }
}

function createParser(req: Request, limits: UploadLimits): busboy.Busboy {
  try {
    return busboy({
      headers: req.headers,
      defParamCharset: 'utf8',
      limits: {
        fields: FIELDS,
        fieldSize: FIELD_BYTES,
        // The parser takes a file that just fills the limit for one that goes beyond.
        fileSize: limits.fileBytes + 1,
        parts: FIELDS + 20 * limits.files,
      },
    });
  } catch {
    throw createHttpError(400, 'not a form');
  }
}

function cutOff(bytes: number) {
  return async function* (chunks: AsyncIterable<Buffer>) {
    let read = 0;
    for await (const chunk of chunks) {
      read += chunk.length;
      if (read > bytes) throw createHttpError(413);
      yield chunk;
    }
  };
}
