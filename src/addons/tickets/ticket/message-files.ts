import { bareMediaType } from '../../../lib/media-type.ts';
import { Attachment } from '../../../odoo/builtin-models.ts';
import { findText } from '../../../odoo/found-values.ts';
import type { Odoo } from '../../../odoo/model-api.ts';
import { safeFileName } from '../../../portal/file-name.ts';
import { PICTURE_TYPES } from '../../../portal/send-file.ts';
import { ticketPath } from '../ticket-view.ts';

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

interface WithFiles {
  readonly id: number;
  readonly attachment_ids: readonly number[];
}

/**
 * The files of messages by message. Odoo lets no customer read an attachment; the service account reads those of
 * messages that the customer's own session has read.
 */
export async function readMessageFiles(
  service: Odoo,
  messages: readonly WithFiles[],
  hrefOf: (attachmentId: number) => string,
): Promise<ReadonlyMap<number, readonly MessageFile[]>> {
  const ids = messages.flatMap(({ attachment_ids }) => attachment_ids);
  if (ids.length === 0) return new Map();
  const rows = await service.model(Attachment).searchRead([['id', 'in', ids]], {
    fields: ['name', 'mimetype', 'file_size', 'type', 'url'],
    order: 'id',
  });
  const files = rows.map(({ id, name, mimetype, file_size, type, url }) => ({
    id,
    name: safeFileName(name),
    ...(type === 'url' ? mapOutside(findText(url)) : { outside: undefined, href: hrefOf(id) }),
    size: file_size,
    kind: /\.([^.]{1,5})$/.exec(name)?.[1]?.toUpperCase() ?? '',
    isPicture: type !== 'url' && PICTURE_TYPES.includes(bareMediaType(mimetype || '')),
  }));
  return new Map(
    messages.map((message) => [message.id, files.filter(({ id }) => message.attachment_ids.includes(id))]),
  );
}

/** An address of Odoo's own stands in no customer's browser. */
function mapOutside(url: string): Pick<MessageFile, 'href' | 'outside'> {
  const address = URL.canParse(url) ? new URL(url) : undefined;
  const isSite = address?.protocol === 'https:' || address?.protocol === 'http:';
  return isSite ? { href: address.href, outside: address.host } : { href: '', outside: '' };
}

export function filePath(ticketId: number, attachmentId: number): string {
  return `${ticketPath(ticketId)}/files/${attachmentId}`;
}
