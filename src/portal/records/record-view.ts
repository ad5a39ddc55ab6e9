import type { ModelShape } from '../../odoo/model-shape.ts';
import type { Specification, WebRow } from '../../odoo/specification.ts';
import { mapPagination } from '../pagination.ts';
import { RECORD_LIMITS } from './limits.ts';
import { type RecordListOptions, recordPath } from './record-list.ts';
import { type RecordQuery, recordListPath, renderRecordQuery } from './record-query.ts';

export interface RecordListState<M extends ModelShape, S extends Specification<M>> {
  readonly list: RecordListOptions<M, S>;
  readonly query: RecordQuery<M>;
  readonly number: number;
  readonly rows: readonly WebRow<M, S>[];
  /** Of each filter, in their order. */
  readonly counts: readonly number[];
  /** The file’s name. */
  readonly file: string;
}

/** All that the template of a list shows. */
export function mapRecordList<M extends ModelShape, S extends Specification<M>>(
  state: RecordListState<M, S>,
) {
  const { list, query, number, rows, counts, file } = state;
  const { path, title, empty, columns, filters, sorts, searchHint } = list;
  const text = renderRecordQuery(query, list);
  return {
    title,
    listHref: path,
    empty,
    searchHint,
    /** None at all, rather than none that fits. */
    isEmpty: query.search === '' && counts.every((count) => count === 0),
    hasRows: rows.length > 0,
    columns: columns.map(({ label }) => label),
    rows: rows.map((row) => ({
      cells: columns.map((column) => {
        const value = column.value(row);
        return {
          label: column.label,
          place: column.place,
          value,
          hasValue: value !== undefined,
          badge: column.tone && value !== undefined ? { words: value, tone: column.tone(row) } : undefined,
          href: column.place === 'subject' ? recordPath(path, row.id) : undefined,
          hasLabel: column.place === 'extra',
        };
      }),
    })),
    filters: filters.map((filter, index) => ({
      label: filter.label,
      count: counts[index] ?? 0,
      href: recordListPath({ ...query, filter }, list),
      isCurrent: filter === query.filter,
    })),
    form: {
      search: query.search,
      filterby: query.filter === filters[0] ? undefined : query.filter?.key,
      sorts: sorts.map((sort) => ({
        value: sort.key,
        label: { key: sort.label },
        isChosen: sort === query.sort,
      })),
      isSorted: query.sort !== sorts[0],
    },
    csvHref: `${path}/${file}${text === '' ? '' : `?${text}`}`,
    pagination: mapPagination({
      page: number,
      pageSize: RECORD_LIMITS.page,
      total: counts[query.filter ? filters.indexOf(query.filter) : 0] ?? 0,
      href: (page) => recordListPath(query, list, page),
    }),
  };
}
