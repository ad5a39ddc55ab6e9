import { cutText } from '../../lib/cut-text.ts';
import type { Domain, DomainLeaf } from '../../odoo/domain.ts';
import type { ModelShape } from '../../odoo/model-shape.ts';
import type { Specification } from '../../odoo/specification.ts';
import { RECORD_LIMITS } from './limits.ts';
import type { RecordFilter, RecordListOptions, RecordSort } from './record-list.ts';

/** What a list is asked for, by Odoo's own portal names in the address. */
export interface RecordQuery<M extends ModelShape> {
  readonly filter: RecordFilter<M> | undefined;
  readonly sort: RecordSort<M> | undefined;
  readonly search: string;
}

type Offered<M extends ModelShape, S extends Specification<M>> = Pick<
  RecordListOptions<M, S>,
  'path' | 'filters' | 'sorts' | 'search'
>;

/** Whatever an address says: what is unknown there counts as not said. */
export function parseRecordQuery<M extends ModelShape, S extends Specification<M>>(
  address: Readonly<Record<string, string>>,
  { filters, sorts }: Offered<M, S>,
): RecordQuery<M> {
  const { filterby, sortby, search = '' } = address;
  return {
    filter: filters.find(({ key }) => key === filterby) ?? filters[0],
    sort: sorts.find(({ key }) => key === sortby) ?? sorts[0],
    search: cutText(search.replace(/\s+/g, ' ').trim(), RECORD_LIMITS.search).trimEnd(),
  };
}

/** As it stands behind a `?`, without what says nothing. */
export function renderRecordQuery<M extends ModelShape, S extends Specification<M>>(
  { filter, sort, search }: RecordQuery<M>,
  { filters, sorts }: Offered<M, S>,
): string {
  const fields = {
    filterby: filter === filters[0] ? undefined : filter?.key,
    search: search || undefined,
    sortby: sort === sorts[0] ? undefined : sort?.key,
  };
  const said = Object.entries(fields).filter((field): field is [string, string] => field[1] !== undefined);
  return new URLSearchParams(said).toString();
}

/** The address of a page of the list. */
export function recordListPath<M extends ModelShape, S extends Specification<M>>(
  query: RecordQuery<M>,
  offered: Offered<M, S>,
  page = 1,
): string {
  const { path } = offered;
  const text = renderRecordQuery(query, offered);
  return `${page === 1 ? path : `${path}/page/${page}`}${text === '' ? '' : `?${text}`}`;
}

/** Records with each of the words in any of the places. */
export function recordSearchDomain<M extends ModelShape, S extends Specification<M>>(
  { search }: Pick<RecordQuery<M>, 'search'>,
  { search: places }: Pick<RecordListOptions<M, S>, 'search'>,
): Domain<M> {
  const words = search.split(' ').filter(Boolean).slice(0, RECORD_LIMITS.searchWords);
  return words.flatMap(
    (word): Domain<M> => [
      ...places.slice(1).map(() => '|' as const),
      // Taken literally: `%` and `_` stand for other texts in SQL.
      ...places.map((place): DomainLeaf<M> => [place, 'ilike', word.replace(/[\\%_]/g, '\\$&')]),
    ],
  );
}
