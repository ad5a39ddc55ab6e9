export interface PageLink {
  readonly page: number;
  readonly href: string;
  readonly isCurrent: boolean;
  /** Pages were left out just before this one. */
  readonly afterGap: boolean;
}

export interface Pagination {
  readonly links: readonly PageLink[];
  readonly isSinglePage: boolean;
  readonly previous: string | undefined;
  readonly next: string | undefined;
  readonly firstItem: number;
  readonly lastItem: number;
  readonly total: number;
}

export interface PageOptions {
  readonly page: number;
  readonly pageSize: number;
  readonly total: number;
  /** The address of a page. */
  readonly href: (page: number) => string;
}

/** The links under a list: the first, the last, and the neighbours of the current page. */
export function mapPagination({ page, pageSize, total, href }: PageOptions): Pagination {
  const last = Math.max(1, Math.ceil(total / pageSize));
  const shown = [...new Set([1, page - 1, page, page + 1, last])]
    .filter((number) => number >= 1 && number <= last)
    .sort((a, b) => a - b);
  return {
    links: shown.map((number, index) => ({
      page: number,
      href: href(number),
      isCurrent: number === page,
      afterGap: index > 0 && number - (shown[index - 1] ?? 0) > 1,
    })),
    isSinglePage: last === 1,
    previous: page > 1 ? href(page - 1) : undefined,
    next: page < last ? href(page + 1) : undefined,
    firstItem: total === 0 ? 0 : (page - 1) * pageSize + 1,
    lastItem: Math.min(page * pageSize, total),
    total,
  };
}

/** A page number from an address; anything else is no page. */
export function findPageNumber(text: string | undefined): number | undefined {
  if (text === undefined) return 1;
  return /^[1-9]\d{0,6}$/.test(text) ? Number(text) : undefined;
}
