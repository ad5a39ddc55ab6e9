import { isUtf8 } from 'node:buffer';
import { Readable } from 'node:stream';
import { fileTypeFromStream } from 'file-type';
import { DISK_SIGNATURES, PROGRAM_ENDINGS, PROGRAM_TYPES } from './program-kinds.ts';
import type { SpoolFile } from './spool.ts';

export interface FileKind {
  readonly mimetype: string;
  /** It runs when somebody opens it. */
  readonly isProgram: boolean;
}

/** What a file is by its content: a name and a browser's word for it can say anything. */
export async function findFileKind(file: SpoolFile, name: string): Promise<FileKind> {
  // The detector asks for so many bytes, not for pieces.
  const content = Readable.from(file.read(), { objectMode: false });
  const found = await fileTypeFromStream(content).finally(() => content.destroy());
  const mimetype = found?.mime ?? (isText(await file.piece(0)) ? 'text/plain' : 'application/octet-stream');
  return { mimetype, isProgram: await isProgram(file, name, mimetype) };
}

async function isProgram(file: SpoolFile, name: string, mimetype: string): Promise<boolean> {
  if (PROGRAM_TYPES.has(mimetype) || PROGRAM_ENDINGS.has(endingOf(name))) return true;
  for (const { position, text } of DISK_SIGNATURES) {
    const bytes = await file.piece(position < 0 ? file.size + position : position, text.length);
    if (bytes.toString('latin1') === text) return true;
  }
  return false;
}

function endingOf(name: string): string {
  return /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
}

function isText(bytes: Buffer): boolean {
  // The last letter may be cut in two where the probe ends.
  const isCutText = [0, 1, 2, 3].some((rest) => isUtf8(bytes.subarray(0, bytes.length - rest)));
  return isCutText && !bytes.includes(0);
}
