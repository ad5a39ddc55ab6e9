import type { Domain } from '../odoo/domain.ts';
import type { Odoo } from '../odoo/model-api.ts';
import type { FieldName, ModelShape } from '../odoo/model-shape.ts';
import type { Row } from '../odoo/values.ts';
import { type Position, parsePosition, renderPosition, secondAfter } from './position.ts';
import { createSettled } from './settled.ts';

export interface FeedOptions<M extends ModelShape, F extends FieldName<M>> {
  readonly odoo: Odoo;
  readonly shape: M;
  readonly fields: readonly F[];
  /** Which records are of interest; one that is so no longer appears no more. */
  readonly domain?: Domain<M>;
  /** Records a batch; 500 unless told. */
  readonly batchSize?: number;
}

/** Records that changed, oldest change first, and the cursor that is valid once all of them are dealt with. */
export interface FeedBatch<R> {
  readonly records: readonly R[];
  readonly cursor: string;
}

export interface Feed<R> {
  /**
   * What changed behind a cursor, archived records included; without one every record there is. No change is left out, and
   * none comes twice; one whose batch was not dealt with comes again. Two calls where nothing is new, three at most.
   */
  read(cursor: string | undefined, signal: AbortSignal): AsyncGenerator<FeedBatch<R>, void, undefined>;
  /** The cursor of this moment, for whoever has no use for what there is already. */
  now(signal: AbortSignal): Promise<string>;
}

const BATCH = 500;
const BEGINNING = '1970-01-01 00:00:00';

/** Follows the changes of a model. At most one batch is in memory, however many records one moment has. */
export function createFeed<const M extends ModelShape, const F extends FieldName<M>>(
  options: FeedOptions<M, F>,
): Feed<Row<M, F>> {
  const { odoo, shape, fields, domain = [], batchSize = BATCH } = options;
  const findSettled = createSettled(odoo);
  const model = odoo.model(shape).with({ context: { active_test: false } });

  const search = (condition: Domain<M>, order: string, signal: AbortSignal) =>
    model.searchRead([...condition, ...domain], {
      fields: [...fields, 'write_date'],
      order,
      limit: batchSize,
      signal,
    });

  const stampOf = (row: { readonly write_date: unknown } | undefined) => String(row?.write_date);

  /** What one second has behind an id. */
  async function readSecond({ second, afterId = 0 }: Position, signal: AbortSignal): Promise<Step<M, F>> {
    const next = secondAfter(second);
    const records = await search(
      [
        ['write_date', '>=', second],
        ['write_date', '<', next],
        ['id', '>', afterId],
      ],
      'id',
      signal,
    );
    const last = records.length === batchSize ? records.at(-1)?.id : undefined;
    return { records, next: last === undefined ? { second: next } : { second, afterId: last } };
  }

  async function readSeconds({ second }: Position, end: string, signal: AbortSignal): Promise<Step<M, F>> {
    const records = await search(
      [
        ['write_date', '>=', second],
        ['write_date', '<', end],
      ],
      'write_date, id',
      signal,
    );
    if (records.length < batchSize) return { records, next: { second: end } };
    // Of the last second there may be more, and Odoo tells no smaller parts of it: it is read by id.
    const last = stampOf(records.at(-1));
    const complete = records.filter((row) => stampOf(row) < last);
    return { records: complete, next: { second: last, ...(complete.length > 0 ? {} : { afterId: 0 }) } };
  }

  return {
    now: findSettled,
    async *read(cursor, signal) {
      // Asked before what it holds for is read: what ends between the two is seen by the second.
      const end = await findSettled(signal);
      let position = parsePosition(cursor ?? BEGINNING);
      while (position.second < end) {
        const isWithin = position.afterId !== undefined;
        const { records, next } = await (isWithin
          ? readSecond(position, signal)
          : readSeconds(position, end, signal));
        position = next;
        if (records.length > 0) yield { records, cursor: renderPosition(position) };
      }
    },
  };
}

interface Step<M extends ModelShape, F extends FieldName<M>> {
  readonly records: readonly Row<M, F>[];
  readonly next: Position;
}
