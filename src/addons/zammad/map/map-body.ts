import { textToHtml } from '../../../lib/html.ts';
import { dropConditions, flattenMarkup } from '../../../portal/flatten-markup.ts';
import type { Article } from '../schema.ts';

/** Where the files of articles are in Odoo, by their ids in Zammad; undefined where one is not there. */
export type FindFile = (fileId: number) => number | undefined;

/**
 * An article's body as HTML. Its images are attachments in Odoo; one that Odoo does not have, or that belongs to
 * another article, keeps Zammad's address, so that whoever is logged in there sees it. Odoo sanitises what it
 * stores, and drops what is nested too deeply, so that is made flat before.
 */
export function mapBody(
  article: Pick<Article, 'id' | 'ticket_id' | 'body' | 'content_type'>,
  zammadUrl: string,
  findFile: FindFile,
): string {
  if (article.content_type !== 'text/html') return textToHtml(article.body);
  const html = flattenMarkup(dropConditions(article.body));
  return html.replace(IMAGE, (_whole, before: string, file: string | undefined, path: string) => {
    if (file === undefined) return `${before}${new URL(path, zammadUrl)}`;
    const attachmentId = findFile(Number(file));
    if (attachmentId !== undefined) return `${before}/web/image/${attachmentId}`;
    const address = `/api/v1/ticket_attachment/${article.ticket_id}/${article.id}/${file}`;
    return `${before}${new URL(address, zammadUrl)}`;
  });
}

const IMAGE = /(<img\b[^>]*?\bsrc\s*=\s*["']?)(?:zammad-file:(\d+)|(\/api\/v1\/))/gi;
