import { Attachment } from '../../../odoo/builtin-models.ts';
import type { Odoo } from '../../../odoo/model-api.ts';
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
  readonly href: string;
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
    fields: ['name', 'mimetype', 'file_size'],
    order: 'id',
  });
  const files = rows.map(({ id, name, mimetype, file_size }) => ({
    id,
    name,
    size: file_size,
    kind: /\.([^.]{1,5})$/.exec(name)?.[1]?.toUpperCase() ?? '',
    isPicture: PICTURE_TYPES.includes(mimetype || ''),
    href: hrefOf(id),
  }));
  return new Map(
    messages.map((message) => [message.id, files.filter(({ id }) => message.attachment_ids.includes(id))]),
  );
}

export function filePath(ticketId: number, attachmentId: number): string {
  return `${ticketPath(ticketId)}/files/${attachmentId}`;
}

/** The attachment that a picture in one of Odoo's texts shows: `/web/image/7-1a2b/photo.png?access_token=…`. */
export function findPictureId(address: string): number | undefined {
  const id = /\/web\/(?:image|content)\/(?:ir\.attachment\/)?(\d+)(?=[-/?#]|$)/.exec(address)?.[1];
  return id === undefined ? undefined : Number(id);
}
