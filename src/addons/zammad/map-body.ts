import { textToHtml } from '../../lib/html.ts';
import type { Article } from './schema.ts';

/**
 * An article's body as HTML. Images lie in Zammad behind a relative address; it is made absolute so that whoever
 * is logged in there sees them. Odoo sanitises what it stores.
 */
export function mapBody(article: Pick<Article, 'body' | 'content_type'>, zammadUrl: string): string {
  if (article.content_type !== 'text/html') return textToHtml(article.body);
  return article.body.replace(
    /(<img\b[^>]*?\bsrc\s*=\s*["']?)(\/api\/v1\/)/gi,
    (_, before: string, path: string) => `${before}${new URL(path, zammadUrl)}`,
  );
}
