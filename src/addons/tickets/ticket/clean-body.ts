import { createBoundedCache } from '../../../lib/bounded-cache.ts';
import { type BodyPart, safeHtml } from '../../../portal/safe-html.ts';
import { findPictureId, type MessageFile } from './message-files.ts';

export interface CleanedBody {
  readonly body: readonly BodyPart[];
  /** Files of the message that are pictures in its body. */
  readonly shown: ReadonlySet<number>;
}

/** A message's body for the page, its pictures taken from its own files. */
export type CleanBody = (html: string, files: readonly MessageFile[]) => CleanedBody;

const MOST = 1_000;
/** Longer ones are cleaned each time, so that what is remembered stays within some 20 MB. */
const LONGEST_REMEMBERED = 8_000;

/** To clean html takes longer than all the rest of a message, and a conversation is read again and again. */
export function createBodyCleaner(odooUrl: string): CleanBody {
  const remembered = createBoundedCache<string, CleanedBody>(MOST);

  return (html, files) => {
    if (html.length > LONGEST_REMEMBERED) return clean(html, files, odooUrl);
    // Whatever the result depends on; the addresses of the pictures name their ticket.
    const pictures = files.flatMap(({ href, isPicture }) => (isPicture ? [href] : []));
    const key = [...pictures, html].join('\n');
    const known = remembered.get(key);
    if (known) return known;
    const cleaned = clean(html, files, odooUrl);
    remembered.set(key, cleaned);
    return cleaned;
  };
}

function clean(html: string, files: readonly MessageFile[], odooUrl: string): CleanedBody {
  const shown = new Set<number>();
  const body = safeHtml(html, odooUrl, (address) => {
    const picture = files.find(({ id, isPicture }) => isPicture && id === findPictureId(address));
    if (picture) shown.add(picture.id);
    return picture?.href;
  });
  return { body, shown };
}
