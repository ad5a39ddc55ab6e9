import { z } from 'zod';
import { mapFilePreferences } from '../map/map-file-preferences.ts';
import { Article, text } from '../schema.ts';

/** A file's preferences, which no version promises. */
const Preferences = z.looseObject({}).catch({}).transform(mapFilePreferences);

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

/** An article as the REST API gives it; `mapRestArticle` makes one of ours of it. */
export const RestArticle = Article.omit({ files: true, originals: true }).extend({
  attachments: z.array(RestFile).nullish(),
});
export type RestArticle = z.infer<typeof RestArticle>;

/** Seen from the ticket that was asked for. */
export const RestLink = z.object({
  link_type: z.string(),
  link_object: z.string(),
  link_object_value: z.number().int(),
});
export type RestLink = z.infer<typeof RestLink>;
