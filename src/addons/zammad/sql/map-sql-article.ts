import { z } from 'zod';
import { mapFilePreferences } from '../map/map-file-preferences.ts';
import { Article, type ArticleFile, optionalId, text } from '../schema.ts';
import { parsePreferences } from './parse-preferences.ts';

/** A row of `stores` with what its preferences tell. */
export const SqlFile = z
  .object({
    id: z.number().int(),
    article_id: z.number().int(),
    store_file_id: z.number().int(),
    filename: text,
    size: z.string().nullish(),
    preferences: z.string().nullish(),
  })
  .transform(({ preferences, size, ...row }) => {
    return {
      ...row,
      size: /^\d+$/.test(size ?? '') ? Number(size) : undefined,
      ...mapFilePreferences(parsePreferences(preferences)),
    };
  });
export type SqlFile = z.infer<typeof SqlFile>;

/** A row of `ticket_articles` with the names of its type and sender. */
export const SqlArticle = Article.omit({ files: true, originals: true }).extend({ origin_by_id: optionalId });
export type SqlArticle = z.infer<typeof SqlArticle>;

/** In the database an image of the body still has the address `cid:…` that the mail gave it. */
export function mapSqlArticle(article: SqlArticle, files: readonly SqlFile[]): Article {
  const inline = new Set<number>();
  const body = article.content_type.includes('text/html')
    ? article.body.replace(IMAGE, (whole, before: string, contentId: string) => {
        const file = files.find((candidate) => candidate.contentId === contentId);
        if (!file) return whole;
        inline.add(file.id);
        return `${before}zammad-file:${file.id}`;
      })
    : article.body;
  const isOriginal = (file: SqlFile) => file.isOriginal && !inline.has(file.id);
  return {
    ...article,
    body,
    files: files
      .filter((file) => !isOriginal(file))
      .map((file) => mapFile(file, article, inline.has(file.id))),
    originals: files.filter(isOriginal).map(({ id }) => id),
  };
}

const IMAGE = /(<img\b[^>]*?\bsrc\s*=\s*["']?)cid:([^"'\s>]+)/gi;

function mapFile(file: SqlFile, article: SqlArticle, isInline: boolean): ArticleFile {
  return {
    id: file.id,
    article_id: article.id,
    ticket_id: article.ticket_id,
    filename: file.filename,
    size: file.size,
    mime_type: file.mimeType,
    content_key: String(file.store_file_id),
    is_inline: isInline,
  };
}
