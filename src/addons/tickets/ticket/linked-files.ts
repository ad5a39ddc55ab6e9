/**
 * A file that a text leads to by an address with the file's own token. So Odoo's editor inserts what a technician drops or
 * uploads into a description or a message, and so Odoo shows the pictures of mails. On a ticket that is not saved yet such a
 * file belongs to nothing, and nobody but its author could read it otherwise: the token is what makes it the reader's.
 */
export interface LinkedFile {
  readonly id: number;
  readonly token: string;
}

/** The attachment that one of Odoo's addresses leads to: `/web/image/7-1a2b/photo.png?access_token=…`. */
export function findFileId(address: string): number | undefined {
  const id = /\/web\/(?:image|content)\/(?:ir\.attachment\/)?(\d{1,10})(?=[-/?#]|$)/.exec(address)?.[1];
  return id === undefined ? undefined : Number(id);
}

export function findLinkedFile(address: string): LinkedFile | undefined {
  const id = findFileId(address);
  const token = /[?&]access_token=([\w-]{8,80})(?=[&#]|$)/.exec(address)?.[1];
  return id === undefined || token === undefined ? undefined : { id, token };
}

/** All that a text leads to. */
export function listLinkedFiles(html: string): readonly LinkedFile[] {
  const addresses = html.matchAll(/\b(?:src|href)="([^"]*\/web\/(?:image|content)\/[^"]*)"/g);
  return [...addresses].flatMap(([, address = '']) => findLinkedFile(address.replaceAll('&amp;', '&')) ?? []);
}
