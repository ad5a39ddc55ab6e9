import { z } from 'zod';
import { Article, text } from '../schema.ts';

/** Where the type stands depends on how the file came in. */
const Preferences = z
  .looseObject({})
  .transform((row) => {
    const named = ['Content-Type', 'Mime-Type', 'content_type', 'mime_type'].map((name) => row[name]);
    return named.find((value) => typeof value === 'string' && value !== '');
  })
  .pipe(text)
  .catch('');

export const RestFile = z.object({
  id: z.number().int(),
  /** The same for the same contents. */
  store_file_id: z.number().int().nullish(),
  filename: text,
  /** A text in the REST API. */
  size: z.coerce.number().int().optional().catch(undefined),
  preferences: Preferences,
});
export type RestFile = z.infer<typeof RestFile>;

/** An article as the REST API gives it, its files unchecked; `mapRestArticle` makes one of ours of it. */
export const RestArticle = Article.omit({ files: true }).extend({
  attachments: z.array(z.unknown()).nullish(),
});
export type RestArticle = z.infer<typeof RestArticle>;

/** Seen from the ticket that was asked for. */
export const RestLink = z.object({
  link_type: z.string(),
  link_object: z.string(),
  link_object_value: z.number().int(),
});
export type RestLink = z.infer<typeof RestLink>;
