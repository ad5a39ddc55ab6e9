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

interface FileRow {
  readonly id: number;
  readonly name: string;
  readonly mimetype: string | false;
  readonly file_size: number;
}

/** The files of a message, as Odoo tells of them. */
export function mapMessageFiles(
  rows: readonly FileRow[],
  hrefOf: (attachmentId: number) => string,
): readonly MessageFile[] {
  return rows.map(({ id, name, mimetype, file_size }) => ({
    id,
    name,
    size: file_size,
    kind: /\.([^.]{1,5})$/.exec(name)?.[1]?.toUpperCase() ?? '',
    isPicture: PICTURE_TYPES.includes(mimetype || ''),
    href: hrefOf(id),
  }));
}

export function filePath(ticketId: number, attachmentId: number): string {
  return `${ticketPath(ticketId)}/files/${attachmentId}`;
}

/** The attachment that a picture in one of Odoo's texts shows: `/web/image/7-1a2b/photo.png?access_token=…`. */
export function findPictureId(address: string): number | undefined {
  const id = /\/web\/(?:image|content)\/(?:ir\.attachment\/)?(\d+)(?=[-/?#]|$)/.exec(address)?.[1];
  return id === undefined ? undefined : Number(id);
}
