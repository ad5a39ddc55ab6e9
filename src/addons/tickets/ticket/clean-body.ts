import { createBoundedCache } from '../../../lib/bounded-cache.ts';
import { type BodyPart, type OwnAddressOf, safeHtml } from '../../../portal/safe-html.ts';
import { findFileId, findLinkedFile } from './linked-files.ts';
import type { MessageFile } from './message-files.ts';

export interface CleanedBody {
  readonly body: readonly BodyPart[];
  /** Files of the message that its body shows. */
  readonly shown: ReadonlySet<number>;
}

/** Where the reader of a ticket fetches a file. */
export type FileHref = (attachmentId: number) => string;

/** A text for the page, its pictures taken from its own files, and from those that it leads to itself. */
export type CleanBody = (html: string, files: readonly MessageFile[], fileHref: FileHref) => CleanedBody;

const MOST = 1_000;
/** Longer ones are cleaned each time, so that what is remembered stays within some 20 MB. */
const LONGEST_REMEMBERED = 8_000;

/** To clean html takes longer than all the rest of a message, and a conversation is read again and again. */
export function createBodyCleaner(odooUrl: string): CleanBody {
  const remembered = createBoundedCache<string, CleanedBody>(MOST);

  return (html, files, fileHref) => {
    if (html.length > LONGEST_REMEMBERED) return clean(html, files, fileHref, odooUrl);
    // Whatever the result depends on; the addresses of files name their ticket.
    const hrefs = files.map(({ href, isPicture }) => `${isPicture ? 'picture' : 'file'} ${href}`);
    const key = [...(html.includes('access_token=') ? [fileHref(0)] : []), ...hrefs, html].join('\n');
    const known = remembered.get(key);
    if (known) return known;
    const cleaned = clean(html, files, fileHref, odooUrl);
    remembered.set(key, cleaned);
    return cleaned;
  };
}

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
