import { createHash } from 'node:crypto';
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

/** Of all that is remembered: at most twice as many bytes. */
const MOST_CHARACTERS = 16_000_000;
/** What an entry holds beside its text. */
const OVERHEAD = 300;

/** To clean html takes longer than all the rest of a message, and a conversation is read again and again. */
export function createBodyCleaner(odooUrl: string): CleanBody {
  const remembered = createBoundedCache<string, CleanedBody>(MOST_CHARACTERS, sizeOf);

  return (html, files) => {
    // Whatever the result depends on; the addresses of the pictures name their ticket.
    const pictures = files.flatMap(({ href, isPicture }) => (isPicture ? [href] : []));
    const key = createHash('sha256')
      .update([...pictures, html].join('\n'))
      .digest('base64');
    const known = remembered.get(key);
    if (known) return known;
    const cleaned = clean(html, files, odooUrl);
    remembered.set(key, cleaned);
    return cleaned;
  };
}

const sizeOf = ({ body }: CleanedBody): number =>
  body.reduce((sum, { html }) => sum + html.toString().length, OVERHEAD);

function clean(html: string, files: readonly MessageFile[], odooUrl: string): CleanedBody {
  const shown = new Set<number>();
  const body = safeHtml(html, odooUrl, (address) => {
    const picture = files.find(({ id, isPicture }) => isPicture && id === findPictureId(address));
    if (picture) shown.add(picture.id);
    return picture?.href;
  });
  return { body, shown };
}
