/** What a list of records takes and shows. */
export const RECORD_LIMITS = {
  /** Of them on a page. */
  page: 40,
  /** Characters of a search, and words of it. */
  search: 200,
  searchWords: 6,
  /** Of the file: records a call. */
  batch: 500,
} as const;
