import { z } from 'zod';
import { createAsk, defineAskedAction } from '../../actions/asked-action.ts';
import { errorMessage } from '../../lib/errors.ts';
import type { Log } from '../../lib/log.ts';
import { isOdooError } from '../../odoo/faults.ts';
import { isAboutData, loadRows } from '../../odoo/load-rows.ts';
import type { Odoo } from '../../odoo/model-api.ts';
import type { ModelShape } from '../../odoo/model-shape.ts';
import { readCode } from '../../schema/index.ts';
import { importContext, type WrittenRecords } from '../../sync/import-records.ts';
import type { ImportRow } from '../../sync/import-row.ts';
import { mapCells } from '../../sync/map-cells.ts';

/** Creates or updates records by external id, as `importRecords` does. */
export type WriteRecords = (shape: ModelShape, rows: readonly ImportRow[]) => Promise<WrittenRecords>;

/** Where the action finds what to write: a name in the context of its call. */
const RECORDS = 'supportdesk_records';

/** It writes with the rights of whoever calls it, and what it is given is gone from the context by then. */
export const recordWriter = defineAskedAction({
  id: 'action_write_records',
  label: 'Support imports: write records by external ID',
  model: 'x_support.import_run',
  asked: RECORDS,
  code: (records) => readCode(import.meta.url, 'write-records', { records }),
  answer: z
    .object({ ids: z.array(z.number()) })
    .optional()
    .catch(undefined),
});

/**
 * Writes through our action: Odoo's own `load` looks up every link of every row, which takes a third of its time. A
 * batch that the action cannot write goes to `load`, which names the rows at fault. Where `load` finds none, the action
 * itself is broken or gone: that is logged, once.
 */
export function createRecordWriter(odoo: Odoo, log: Log): WriteRecords {
  const ask = createAsk(recordWriter);
  let isLogged = false;

  return async (shape, rows) => {
    const model = odoo.model(shape);
    const { ids, refused } = await loadRows(async (columns, lines) => {
      const records = mapCells(shape, columns, lines);
      if (!records) return model.load(columns, lines, importContext);
      const tried = await tryAction(shape.name, records);
      if (tried.ids) return { ids: tried.ids, messages: [] };
      const loaded = await model.load(columns, lines, importContext);
      if (loaded.ids) logBroken(tried.reason);
      return loaded;
    }, rows);
    return { written: ids.size, ids, refused };
  };

  async function tryAction(model: string, records: readonly unknown[]): Promise<Tried> {
    try {
      const written = await ask(odoo, { model, records, context: importContext });
      return written ?? { reason: 'it does not say what it has written' };
    } catch (error) {
      if (isAboutData(error) || isOdooError(error, 'odoo_missing')) return { reason: errorMessage(error) };
      throw error;
    }
  }

  function logBroken(reason: string): void {
    if (isLogged) return;
    isLogged = true;
    log.warn('imports are slow: the action that writes their records does not work', {
      action: recordWriter.externalId,
      reason,
      help: 'Run apply, or apply --overwrite where somebody edited the action in Odoo.',
    });
  }
}

type Tried = { readonly ids: readonly number[] } | { readonly ids?: undefined; readonly reason: string };

const Asked = z.object({
  context: z.object({
    [RECORDS]: z.object({
      model: z.string(),
      records: z.array(z.object({ xml_id: z.string(), values: z.record(z.string(), z.unknown()) })),
    }),
  }),
});

/** What a call asks the action to write; undefined for calls of other actions. */
export function parseRecordsAsked(kwargs: unknown) {
  const asked = Asked.safeParse(kwargs);
  return asked.success ? asked.data.context[RECORDS] : undefined;
}
