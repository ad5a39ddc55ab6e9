import type { Article, ArticleFile } from '../schema.ts';
import type { RestArticle, RestFile } from './rest-schema.ts';

/**
 * Zammad replaces `cid:` in a body by the image's address, and some versions then leave the image out of the list
 * of attachments; so files are gathered from both.
 */
export function mapRestArticle({ attachments, ...article }: RestArticle): Article {
  const inline = new Set<number>();
  const body = article.body.replace(IMAGE, (whole, before: string, path: string) => {
    const id = findFileId(path, article.id);
    if (id === undefined) return whole;
    inline.add(id);
    return `${before}zammad-file:${id}`;
  });
  const isOriginal = ({ id, preferences }: RestFile) => preferences.isOriginal && !inline.has(id);
  const originals = (attachments ?? []).filter(isOriginal).map(({ id }) => id);
  const listed = (attachments ?? [])
    .filter((file) => !isOriginal(file))
    .map(
      ({ id, store_file_id, filename, size, preferences }): ArticleFile => ({
        id,
        article_id: article.id,
        ticket_id: article.ticket_id,
        filename,
        size,
        mime_type: preferences.mimeType,
        content_key: store_file_id ? String(store_file_id) : '',
        is_inline: inline.has(id),
      }),
    );
  const known = new Set(listed.map(({ id }) => id));
  const unlisted = [...inline].filter((id) => !known.has(id));
  const files = [...listed, ...unlisted.map((id) => unlistedImage(id, article))];
  return { ...article, body, files: files.toSorted((a, b) => a.id - b.id), originals };
}

const IMAGE = /(<img\b[^>]*?\bsrc\s*=\s*["']?)([^"'\s>]+)/gi;

/** An image of another article, quoted, stays what it is. */
function findFileId(path: string, articleId: number): number | undefined {
  const [, article, file] = /\/api\/v1\/ticket_attachment\/\d+\/(\d+)\/(\d+)(?:\?|$)/.exec(path) ?? [];
  return Number(article) === articleId ? Number(file) : undefined;
}

function unlistedImage(id: number, article: Pick<RestArticle, 'id' | 'ticket_id'>): ArticleFile {
  return {
    id,
    article_id: article.id,
    ticket_id: article.ticket_id,
    filename: `image-${id}`,
    size: undefined,
    mime_type: '',
    content_key: '',
    is_inline: true,
  };
}
