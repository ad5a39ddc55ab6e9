import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import busboy from 'busboy';
import type { Request } from 'express';
import createHttpError from 'http-errors';
import { findFileKind } from './file-kind.ts';
import { safeFileName } from './file-name.ts';
import type { Upload, UploadError, UploadedFile, UploadLimits } from './uploaded-file.ts';

export interface MultipartOptions {
  readonly limits: UploadLimits;
  /** Asked with the fields that came before the first file: may this visitor fill our disk? */
  readonly keepsFiles: (fields: Readonly<Record<string, string>>) => boolean;
}

const FIELD_BYTES = 128 * 1024;
const FIELDS = 50;

/**
 * A form with files. They go to the disk while they arrive, so that memory does not grow with them; what breaks a
 * limit is read to its end and dropped, so that the browser gets a page that says so. Ten times too much, and the
 * connection is cut.
 */
export async function parseMultipart(
  req: Request,
  { limits, keepsFiles }: MultipartOptions,
): Promise<Upload> {
  const fields: Record<string, string> = {};
  const names: string[] = [];
  const writing: Promise<UploadedFile | undefined>[] = [];
  let folder: Promise<string> | undefined;
  let total = 0;
  let error: UploadError | undefined;

  const remove = async (): Promise<void> => {
    await Promise.allSettled(writing);
    if (folder) await rm(await folder, { recursive: true, force: true });
  };

  const parser = createParser(req, limits);
  parser.on('field', (name, value, { valueTruncated }) => {
    if (valueTruncated) parser.destroy(createHttpError(413));
    fields[name] = value;
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
    if (error || !keepsFiles(fields)) {
      stream.resume();
      return;
    }
    const kept = keep(stream, safeFileName(filename), names.length);
    // Heard of below; until then it is nobody's.
    kept.catch(() => undefined);
    writing.push(kept);
  });

  async function keep(
    stream: Readable & { truncated?: boolean },
    name: string,
    index: number,
  ): Promise<UploadedFile | undefined> {
    folder ??= mkdtemp(join(tmpdir(), 'supportdesk-'));
    const path = join(await folder, String(index));
    await pipeline(stream, withinTotal, createWriteStream(path, { mode: 0o600 }));
    if (stream.truncated) error ??= 'upload.error.size';
    if (error) return undefined;
    const { size } = await stat(path);
    const { mimetype, isProgram } = await findFileKind(path, name);
    if (size === 0) error ??= 'upload.error.empty';
    if (isProgram) error ??= 'upload.error.program';
    return { name, mimetype, size, read: () => createReadStream(path) };
  }

  async function* withinTotal(chunks: AsyncIterable<Buffer>) {
    for await (const chunk of chunks) {
      total += chunk.length;
      if (total > limits.totalBytes) error ??= 'upload.error.size';
      if (!error) yield chunk;
    }
  }

  try {
    await pipeline(req, cutOff(limits.totalBytes * 10), parser);
    const files = (await Promise.all(writing)).filter((file) => file !== undefined);
    return { fields, files: error ? [] : files, names, error, remove };
  } catch (fault) {
    await remove();
    throw createHttpError.isHttpError(fault) ? fault : createHttpError(400, 'the form is cut off');
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
