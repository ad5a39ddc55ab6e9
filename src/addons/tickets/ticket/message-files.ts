import { z } from 'zod';
import { bareMediaType } from '../../../lib/media-type.ts';
import { Attachment } from '../../../odoo/builtin-models.ts';
import { findRows, findText } from '../../../odoo/found-values.ts';
import { nested } from '../../../odoo/specification.ts';
import { safeFileName } from '../../../portal/file-name.ts';
import { PICTURE_TYPES } from '../../../portal/send-file.ts';
import { ticketPath } from '../ticket-view.ts';
import type { TextKey } from './cut-markup.ts';

export interface MessageFile {
  readonly id: number;
  readonly name: string;
  /** In bytes. */
  readonly size: number;
  /** The ending, as people name a kind of file: `PDF`. */
  readonly kind: string;
  readonly isPicture: boolean;
  /** Empty where it leads nowhere that a browser may go. */
  readonly href: string;
  /** The site that it leads to, where it is no file but an address. */
  readonly outside: string | undefined;
}

/** What is read of a file, sorted, since Odoo then leaves out those that may not be read; else one of them would refuse all. */
export const FILES = nested(
  Attachment,
  { name: {}, mimetype: {}, file_size: {}, type: {}, url: {} },
  { order: 'id' },
);

/** A file of a message or a ticket, whatever its row holds. */
const FileRow = z.looseObject({ id: z.number() });

/** The files of a message, as Odoo tells of them. */
export function mapMessageFiles(
  rows: unknown,
  hrefOf: (attachmentId: number) => string,
): readonly MessageFile[] {
  return findRows(rows, FileRow).map(({ id, name: named, mimetype, file_size, type, url }) => {
    const name = safeFileName(findText(named));
    return {
      id,
      name,
      ...(type === 'url' ? mapOutside(findText(url)) : { outside: undefined, href: hrefOf(id) }),
      size: typeof file_size === 'number' ? file_size : 0,
      kind: /\.([^.]{1,5})$/.exec(name)?.[1]?.toUpperCase() ?? '',
      isPicture: type !== 'url' && PICTURE_TYPES.includes(bareMediaType(findText(mimetype))),
    };
  });
}

/** An address of Odoo's own stands in no customer's browser. */
function mapOutside(url: string): Pick<MessageFile, 'href' | 'outside'> {
  const address = URL.canParse(url) ? new URL(url) : undefined;
  const isSite = address?.protocol === 'https:' || address?.protocol === 'http:';
  return isSite ? { href: address.href, outside: address.host } : { href: '', outside: '' };
}

export function filePath(ticketId: number, file: number | TextKey): string {
  return `${ticketPath(ticketId)}/files/${file}`;
}
