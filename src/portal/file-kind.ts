import { isUtf8 } from 'node:buffer';
import { Readable } from 'node:stream';
import { fileTypeFromStream } from 'file-type';
import type { SpoolFile } from './spool.ts';

export interface FileKind {
  readonly mimetype: string;
  /** It runs when somebody opens it. */
  readonly isProgram: boolean;
}

const PROGRAM_TYPES = new Set([
  'application/x-msdownload',
  'application/x-elf',
  'application/x-mach-binary',
  'application/x-ms-shortcut',
  'application/java-vm',
  'application/vnd.android.package-archive',
]);

/** What Windows runs on a double click although its content is mere text, or an archive. */
const PROGRAM_ENDINGS =
  /\.(?:exe|com|bat|cmd|pif|scr|cpl|dll|msi|msp|lnk|url|reg|jar|hta|js|jse|vbs|vbe|wsf|wsh|ps1|scf|inf|apk)$/i;

/** What a file is by its content: a name and a browser's word for it can say anything. */
export async function findFileKind(file: SpoolFile, name: string): Promise<FileKind> {
  const content = Readable.from(file.read());
  const found = await fileTypeFromStream(content).finally(() => content.destroy());
  const mimetype = found?.mime ?? (isText(await file.piece(0)) ? 'text/plain' : 'application/octet-stream');
  return { mimetype, isProgram: PROGRAM_TYPES.has(mimetype) || PROGRAM_ENDINGS.test(name) };
}

function isText(bytes: Buffer): boolean {
  // The last letter may be cut in two where the probe ends.
  const isCutText = [0, 1, 2, 3].some((rest) => isUtf8(bytes.subarray(0, bytes.length - rest)));
  return isCutText && !bytes.includes(0);
}
