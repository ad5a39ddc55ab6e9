import { findRow } from '../env.ts';
import { ConstraintFault, OdooFault, valueError } from '../faults.ts';
import { isRelational } from '../field.ts';
import { CellError, convertCell } from '../load/convert-cell.ts';
import { type LoadedRow, loadRecords } from '../load/load-records.ts';
import { isUserError, type Message, reportFailure } from '../load/report-failure.ts';
import { type FlushFor, type ReferenceKind, resolveReference } from '../load/resolve-reference.ts';
import type { Env, Field, Model } from '../model.ts';
import { toList } from '../values.ts';
import { onModel } from './define-method.ts';

interface Column {
  readonly field: Field | undefined;
  readonly name: string;
  readonly kind: ReferenceKind;
}

interface Pending extends LoadedRow {
  readonly info: Message;
}

/** Upserts rows of text by external id: all of them, or none and a message for every bad one. */
export const load = onModel('(fields, data)', ({ env, model, args }) => {
  const columns = toList(args.fields).map((name) => parseColumn(model, String(name)));
  const start = env.engine.store.savepoint();
  const run = createRun(env, model, columns);
  for (const [position, cells] of toList(args.data).entries()) run.add(toList(cells), position);
  run.flush();
  const failed = run.messages.some((message) => message.type === 'error');
  if (failed) env.engine.store.rollback(start);
  return { ids: failed ? false : run.ids, messages: run.messages, nextrow: 0 };
});

function parseColumn(model: Model, header: string): Column {
  const [name = '', sub] = header.replace(':', '/').split('/');
  if (name === 'id' || name === '.id') return { field: undefined, name, kind: 'id' };
  const field = model.fields.get(name);
  if (!field) throw valueError(`Invalid field name '${name}'`);
  return { field, name, kind: sub === 'id' || sub === '.id' ? sub : 'name' };
}

function createRun(env: Env, model: Model, columns: readonly Column[]) {
  const { store } = env.engine;
  const messages: Message[] = [];
  const ids: number[] = [];
  const batched = new Set<string>();
  let batch: Pending[] = [];

  function add(cells: readonly unknown[], record: number) {
    const info = { rows: { from: record, to: record }, record };
    const values: Record<string, unknown> = {};
    let externalId: string | undefined;
    for (const [position, { field, name, kind }] of columns.entries()) {
      const text = textOf(cells[position]);
      if (name === 'id') externalId = text && !text.includes('.') ? `__import__.${text}` : text || undefined;
      else if (name === '.id' && findRow(env, model.name, Number(text))) values.id = Number(text);
      else if (name === '.id' && text) {
        const message = `Unknown database identifier '${text}'`;
        messages.push({ ...info, type: 'error', field: '.id', message });
      } else if (field) {
        try {
          values[name] = convert(env, field, kind, text, flushFor);
        } catch (error) {
          if (!(error instanceof CellError)) throw error;
          const message = error.message.replace('%(field)s', field.label);
          const more = error.info && { ...error.info, field_name: field.label };
          messages.push({ ...info, type: 'error', field: name, message, ...more });
        }
      }
    }
    if (externalId) batched.add(externalId);
    batch.push({ externalId, values, info });
  }

  const flushFor: FlushFor = (externalId) => {
    if (batched.has(externalId)) flush();
  };

  /** All rows in one go; where one is refused, each on its own, to learn which. */
  function flush() {
    const list = batch;
    batch = [];
    batched.clear();
    if (list.length === 0) return;
    const start = store.savepoint();
    try {
      ids.push(...loadRecords(env, model, list));
    } catch (error) {
      if (!(error instanceof OdooFault)) throw error;
      store.rollback(start);
      writeOneByOne(list, error);
    }
  }

  function writeOneByOne(list: readonly Pending[], batchError: OdooFault) {
    let errors = 0;
    for (const [position, item] of list.entries()) {
      const start = store.savepoint();
      try {
        ids.push(...loadRecords(env, model, [item]));
      } catch (error) {
        store.rollback(start);
        messages.push(reportFailure(item.info, error));
        errors++;
      }
      if (errors < 10 || errors < (position + 1) / 10) continue;
      messages.push(tooManyErrors);
      break;
    }
    const whole = reportFailure(list[0]?.info ?? {}, batchError);
    const known = messages.some((message) => JSON.stringify(message) === JSON.stringify(whole));
    if (errors > 0 && isUserError(batchError) && !(batchError instanceof ConstraintFault) && !known) {
      messages.unshift(whole);
    }
  }

  return { messages, ids, flush, add };
}

const tooManyErrors: Message = {
  type: 'warning',
  message:
    'Found more than 10 errors and more than one error per 10 records, ' +
    'interrupted to avoid showing too many errors.',
};

function convert(env: Env, field: Field, kind: ReferenceKind, text: string, flush: FlushFor): unknown {
  if (text === '') return false;
  return isRelational(field)
    ? resolveReference({ env, field, kind, flush }, text)
    : convertCell(env, field, text);
}

const textOf = (cell: unknown): string => {
  if (cell === false || cell === null || cell === undefined) return '';
  return cell === true ? 'True' : String(cell);
};
