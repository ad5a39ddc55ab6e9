import { findRow } from '../env.ts';
import { ConstraintFault, OdooFault, valueError } from '../faults.ts';
import { isRelational } from '../field.ts';
import { CellError, convertCell } from '../load/convert-cell.ts';
import { type LoadedRow, loadRecords } from '../load/load-records.ts';
import { isUserError, type Message, reportFailure } from '../load/report-failure.ts';
import { type FlushFor, type ReferenceKind, resolveReference } from '../load/resolve-reference.ts';
import type { Env, Field, Method, Model } from '../model.ts';
import { toList } from '../values.ts';

interface Column {
  readonly field: Field | undefined;
  readonly name: string;
  readonly kind: ReferenceKind;
}

interface Pending extends LoadedRow {
  readonly info: Message;
}

/** Upserts rows of text by external id: all of them, or none and a message for every bad one. */
export const load: Method = {
  on: 'model',
  params: ['fields', 'data'],
  run({ env, model, args }) {
    const names = toList(args.fields);
    const data = toList(args.data);
    const columns = names.map((name) => parseColumn(model, String(name)));
    const start = env.engine.store.savepoint();
    const run = createRun(env, model);
    for (const [position, cells] of data.entries()) {
      run.add(columns, toList(cells), position);
    }
    run.flush();
    const failed = run.messages.some((message) => message.type === 'error');
    if (failed) env.engine.store.rollback(start);
    return { ids: failed ? false : run.ids, messages: run.messages, nextrow: 0 };
  },
};

function parseColumn(model: Model, header: string): Column {
  const [name = '', sub] = header.replace(':', '/').split('/');
  if (name === 'id' || name === '.id') return { field: undefined, name, kind: 'id' };
  const field = model.fields.get(name);
  if (!field) throw valueError(`Invalid field name '${name}'`);
  return { field, name, kind: sub === 'id' || sub === '.id' ? sub : 'name' };
}

function createRun(env: Env, model: Model) {
  const messages: Message[] = [];
  const ids: number[] = [];
  let batch: Pending[] = [];
  const batched = new Set<string>();

  function flush() {
    const list = batch;
    batch = [];
    batched.clear();
    if (list.length > 0) writeBatch(env, model, list, ids, messages);
  }

  const flushFor: FlushFor = (externalId) => {
    if (batched.has(externalId)) flush();
  };

  function add(columns: readonly Column[], cells: readonly unknown[], position: number) {
    const info = { rows: { from: position, to: position }, record: position };
    const pending = convertRow({ env, model, columns, cells, info, messages, flushFor });
    if (pending.externalId) batched.add(pending.externalId);
    batch.push(pending);
  }

  return { messages, ids, flush, add };
}

interface RowInput {
  readonly env: Env;
  readonly model: Model;
  readonly columns: readonly Column[];
  readonly cells: readonly unknown[];
  readonly info: Message;
  readonly messages: Message[];
  readonly flushFor: FlushFor;
}

function convertRow({ env, model, columns, cells, info, messages, flushFor }: RowInput): Pending {
  const values: Record<string, unknown> = {};
  let externalId: string | undefined;
  const report = (field: Field, type: 'error' | 'warning', error: CellError) => {
    messages.push({
      ...info,
      type,
      field: field.name,
      message: error.message.replace('%(field)s', field.label),
      ...(error.info && { ...error.info, field_name: field.label }),
    });
  };
  for (const [position, column] of columns.entries()) {
    const text = textOf(cells[position]);
    if (column.name === 'id') {
      externalId = text && !text.includes('.') ? `__import__.${text}` : text || undefined;
    } else if (column.name === '.id') {
      const id = Number(text);
      if (text && !findRow(env, model.name, id)) {
        messages.push({
          ...info,
          type: 'error',
          field: '.id',
          message: `Unknown database identifier '${text}'`,
        });
      } else if (text) values.id = id;
    } else if (column.field) {
      const { field } = column;
      try {
        const { value, warning } = convert(env, column, field, text, flushFor);
        values[field.name] = value;
        if (warning) report(field, 'error', warning);
      } catch (error) {
        if (!(error instanceof CellError)) throw error;
        report(field, 'error', error);
      }
    }
  }
  return { externalId, values, info };
}

function convert(env: Env, { kind }: Column, field: Field, text: string, flushFor: FlushFor) {
  if (text === '') return { value: false };
  if (isRelational(field)) return resolveReference(env, field, kind, text, flushFor);
  return convertCell(env, field, text);
}

const textOf = (cell: unknown): string => {
  if (cell === false || cell === null || cell === undefined) return '';
  return cell === true ? 'True' : String(cell);
};

/** All rows in one go; where one is refused, each on its own, to learn which. */
function writeBatch(env: Env, model: Model, list: readonly Pending[], ids: number[], messages: Message[]) {
  const { store } = env.engine;
  const start = store.savepoint();
  try {
    ids.push(...loadRecords(env, model, list));
    return;
  } catch (error) {
    if (!(error instanceof OdooFault)) throw error;
    store.rollback(start);
    writeOneByOne(env, model, list, ids, messages, error);
  }
}

function writeOneByOne(
  env: Env,
  model: Model,
  list: readonly Pending[],
  ids: number[],
  messages: Message[],
  batchError: OdooFault,
) {
  const { store } = env.engine;
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
    if (errors >= 10 && errors >= (position + 1) / 10) {
      messages.push({
        type: 'warning',
        message:
          'Found more than 10 errors and more than one error per 10 records, ' +
          'interrupted to avoid showing too many errors.',
      });
      break;
    }
  }
  const whole = reportFailure(list[0]?.info ?? {}, batchError);
  const known = messages.some((message) => JSON.stringify(message) === JSON.stringify(whole));
  if (errors > 0 && isUserError(batchError) && !(batchError instanceof ConstraintFault) && !known) {
    messages.unshift(whole);
  }
}
