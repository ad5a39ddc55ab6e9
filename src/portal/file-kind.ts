import { isUtf8 } from 'node:buffer';
import { open } from 'node:fs/promises';
import { fileTypeFromFile } from 'file-type';

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

const PROBE_BYTES = 64 * 1024;

/** What a file is by its content: a name and a browser's word for it can say anything. */
export async function findFileKind(path: string, name: string): Promise<FileKind> {
  const found = await fileTypeFromFile(path);
  const mimetype = found?.mime ?? ((await isText(path)) ? 'text/plain' : 'application/octet-stream');
  return { mimetype, isProgram: PROGRAM_TYPES.has(mimetype) || PROGRAM_ENDINGS.test(name) };
}

async function isText(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(PROBE_BYTES), 0, PROBE_BYTES);
    const bytes = buffer.subarray(0, bytesRead);
    // The last letter may be cut in two where the probe ends.
    const isCutText = [0, 1, 2, 3].some((rest) => isUtf8(bytes.subarray(0, bytesRead - rest)));
    return isCutText && !bytes.includes(0);
  } finally {
    await file.close();
  }
}
