import { fileTypeFromBuffer, supportedMimeTypes } from 'file-type';

/** What more than one kind of file is by its first bytes: there a word for it says more. */
const CONTAINERS = new Set([
  'application/x-cfb',
  'application/xml',
  'application/zip',
  'application/gzip',
  'application/octet-stream',
]);

const OTHER_NAMES: Readonly<Record<string, string>> = {
  'image/jpg': 'image/jpeg',
  'image/pjpeg': 'image/jpeg',
  'image/x-png': 'image/png',
};

/** So many bytes tell what a file is. */
export const MEDIA_TYPE_BYTES = 4_100;

/** A type alone, as it is known: mails name it with parameters, in capitals, and by names that browsers do not know. */
export function bareMediaType(type: string): string {
  const bare = (type.split(';', 1)[0] ?? '').trim().toLowerCase();
  const known = OTHER_NAMES[bare] ?? bare;
  return /^[\w.+-]+\/[\w.+-]+$/.test(known) ? known : '';
}

/** Pictures that are none without their first bytes, whatever a mail calls a film. */
const isPlainPicture = (type: string) => type.startsWith('image/') && supportedMimeTypes.has(type);

/** What a file is: by its first bytes, else as whoever sent it says; empty where neither tells. */
export async function findMediaType(start: Uint8Array, said: string): Promise<string> {
  const named = bareMediaType(said);
  const found = (await fileTypeFromBuffer(start))?.mime;
  if (found === undefined) return isPlainPicture(named) ? '' : named;
  return CONTAINERS.has(found) && named !== '' ? named : bareMediaType(found);
}
