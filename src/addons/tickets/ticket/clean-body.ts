import { createHash } from 'node:crypto';
import { createBoundedCache } from '../../../lib/bounded-cache.ts';
import { type BodyPart, type OwnAddressOf, safeHtml } from '../../../portal/safe-html.ts';
import type { TextKey } from './cut-markup.ts';
import { findFileId, findLinkedFile } from './linked-files.ts';
import type { MessageFile } from './message-files.ts';

export interface CleanedBody {
  readonly body: readonly BodyPart[];
  /** Files of the message that its body shows. */
  readonly shown: ReadonlySet<number>;
}

/** Where the reader of a ticket fetches a file. */
export type FileHref = (file: number | TextKey) => string;

/** A text for the page, its pictures taken from its own files, and from those that it leads to itself. */
export type CleanBody = (html: string, files: readonly MessageFile[], fileHref: FileHref) => CleanedBody;

/** Of all that is remembered: at most twice as many bytes. */
const MOST_CHARACTERS = 16_000_000;
/** What an entry holds beside its text. */
const OVERHEAD = 300;

/** To clean html takes longer than all the rest of a message, and a conversation is read again and again. */
export function createBodyCleaner(odooUrl: string): CleanBody {
  const remembered = createBoundedCache<string, CleanedBody>(MOST_CHARACTERS, sizeOf);

  return (html, files, fileHref) => {
    // Whatever the result depends on; the addresses of files name their ticket.
    const hrefs = files.map(({ href, isPicture }) => `${isPicture ? 'picture' : 'file'} ${href}`);
    const parts = [...(html.includes('access_token=') ? [fileHref(0)] : []), ...hrefs, html];
    const key = createHash('sha256').update(parts.join('\n')).digest('base64');
    const known = remembered.get(key);
    if (known) return known;
    const cleaned = clean(html, files, fileHref, odooUrl);
    remembered.set(key, cleaned);
    return cleaned;
  };
}

const sizeOf = ({ body }: CleanedBody): number =>
  body.reduce((sum, { html }) => sum + html.toString().length, OVERHEAD);

function clean(
  html: string,
  files: readonly MessageFile[],
  fileHref: FileHref,
  odooUrl: string,
): CleanedBody {
  const shown = new Set<number>();
  const ownAddressOf: OwnAddressOf = (address, place) => {
    const id = findFileId(address);
    const own = id === undefined ? undefined : files.find((file) => file.id === id);
    if (own && (own.isPicture || place === 'link')) {
      if (place === 'picture') shown.add(own.id);
      return own.href;
    }
    const linked = findLinkedFile(address);
    return linked && fileHref(linked.id);
  };
  return { body: safeHtml(html, odooUrl, ownAddressOf), shown };
}
