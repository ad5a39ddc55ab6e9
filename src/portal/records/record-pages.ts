import type { ModelShape } from '../../odoo/model-shape.ts';
import type { Specification } from '../../odoo/specification.ts';
import { notFound } from '../errors.ts';
import { findPageNumber } from '../pagination.ts';
import { page, type Reply, redirect, type Reader as TableReader, table } from '../reply.ts';
import type { CustomerRequest, PortalRoute, PortalServices } from '../route.ts';
import { tableCell } from '../table-cell.ts';
import { RECORD_LIMITS } from './limits.ts';
import type { RecordListOptions } from './record-list.ts';
import { parseRecordQuery, recordListPath, recordSearchDomain } from './record-query.ts';
import { mapRecordList } from './record-view.ts';

/**
 * The pages of a list: itself, its further pages, and all of it as a file. A page is one call, with the counts of all
 * filters. The page of one record is the addon’s own.
 */
export function recordListRoutes<const M extends ModelShape, const S extends Specification<M>>(
  shape: M,
  list: RecordListOptions<M, S>,
  { clock }: Pick<PortalServices, 'clock'>,
): readonly PortalRoute[] {
  const file = `${list.path.split('/').at(-1)}.csv`;
  const own = list.domain ?? [];

  async function show({ reader, params, query: address }: CustomerRequest): Promise<Reply> {
    const number = findPageNumber(params.page);
    if (number === undefined) throw notFound();
    const query = parseRecordQuery(address, list);
    const now = clock.now();
    const found = [...own, ...recordSearchDomain(query, list)];
    const records = reader.model(shape);

    const [{ records: rows }, ...counts] = await Promise.all([
      records.webSearchRead([...found, ...(query.filter?.domain(now) ?? [])], {
        specification: list.reads,
        order: orderOf(query.sort?.order),
        limit: RECORD_LIMITS.page,
        offset: (number - 1) * RECORD_LIMITS.page,
        count_limit: 1,
      }),
      ...list.filters.map(({ domain }) => records.searchCount([...found, ...domain(now)])),
    ]);
    // A bookmark may outlive the page it points at.
    if (rows.length === 0 && number > 1) return redirect(recordListPath(query, list));
    return page('records/list', mapRecordList({ list, query, number, rows, counts, file }));
  }

  async function download({ reader, query: address }: CustomerRequest): Promise<Reply> {
    const query = parseRecordQuery(address, list);
    const domain = [...own, ...recordSearchDomain(query, list), ...(query.filter?.domain(clock.now()) ?? [])];
    const rows = reader
      .model(shape)
      .iterate(domain, { specification: list.reads, batchSize: RECORD_LIMITS.batch });
    // A refusal must come before the first byte.
    const first = await rows.next();
    return table(file, async function* (of: TableReader) {
      yield list.columns.map(({ label }) => tableCell({ key: label }, of));
      try {
        for (let next = first; !next.done; next = await rows.next()) {
          const { value: row } = next;
          yield list.columns.map(({ value }) => tableCell(value(row), of));
        }
      } finally {
        await rows.return();
      }
    });
  }

  return [
    { method: 'get', path: list.path, handle: show },
    { method: 'get', path: `${list.path}/page/:page`, handle: show },
    { method: 'get', path: `${list.path}/${file}`, handle: download },
  ];
}

/** Alike ones stand in the order of their ids, so that no page repeats one of another. */
function orderOf(order: string | undefined): string {
  return order === undefined ? 'id' : `${order}, id`;
}
