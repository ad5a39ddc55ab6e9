import { z } from 'zod';
import { groupBy } from '../../src/lib/group-by.ts';
import type { Caller } from '../../src/odoo/caller.ts';
import type { RecordedCall } from './recorded-call.ts';

/** A way to Odoo that notes what is changed through it. */
export interface CallRecorder extends Caller {
  /** What was changed so far; ids without an external id are an error. */
  read(): Promise<readonly RecordedCall[]>;
}

const CHANGES = new Set(['load', 'create', 'write', 'unlink', 'update_field_translations']);

export function recordCalls(caller: Caller): CallRecorder {
  const calls: RecordedCall[] = [];
  return {
    async call(model, method, args, kwargs = {}, options) {
      const answer = await caller.call(model, method, args, kwargs, options);
      if (CHANGES.has(method)) calls.push({ model, method, args: [...args], kwargs });
      return answer;
    },
    read: () => nameIds(caller, calls),
  };
}

/** Where ids stand is known by the types of the columns. */
async function nameIds(caller: Caller, calls: readonly RecordedCall[]): Promise<readonly RecordedCall[]> {
  const models = [...new Set(calls.map(({ model }) => model))];
  const fields = new Map(
    await Promise.all(models.map(async (model) => [model, await readFields(caller, model)] as const)),
  );
  const asked = new Map<string, Set<number>>();
  const ask: Name = (model, id) => {
    asked.set(model, (asked.get(model) ?? new Set()).add(id));
    return '';
  };
  for (const call of calls) nameCall(call, fields.get(call.model) ?? {}, ask);
  const names = await readNames(caller, asked);
  return calls.map((call) =>
    nameCall(call, fields.get(call.model) ?? {}, (model, id) => {
      const name = names.get(`${model},${id}`);
      if (name === undefined) throw new Error(`${model} ${id} has no external id: ${JSON.stringify(call)}`);
      return name;
    }),
  );
}

type Name = (model: string, id: number) => string;

const Fields = z.record(z.string(), z.looseObject({ type: z.string(), relation: z.string().optional() }));
type Fields = z.infer<typeof Fields>;

async function readFields(caller: Caller, model: string): Promise<Fields> {
  return Fields.parse(await caller.call(model, 'fields_get', [], { attributes: ['type', 'relation'] }));
}

function nameCall(call: RecordedCall, fields: Fields, name: Name): RecordedCall {
  const [first, second] = call.args;
  const own = (ids: unknown) =>
    z
      .array(z.number())
      .parse(ids)
      .map((id) => ({ $id: name(call.model, id) }));
  if (call.method === 'load') return { ...call, args: [first, nameCells(first, second, name)] };
  if (call.method === 'create') {
    const rows = z.array(Values).parse(Array.isArray(first) ? first : [first]);
    return { ...call, args: [rows.map((values) => nameValues(values, fields, name))] };
  }
  if (call.method === 'write') {
    return { ...call, args: [own(first), nameValues(Values.parse(second), fields, name)] };
  }
  return { ...call, args: [own(first), ...call.args.slice(1)] };
}

const Values = z.record(z.string(), z.unknown());
const Cells = z.array(z.array(z.unknown()));

/** A `load` names records by external id already, but for actions of menus and columns such as `partner_id/.id`. */
function nameCells(columns: unknown, rows: unknown, name: Name): readonly unknown[] {
  const names = z.array(z.string()).parse(columns);
  const byId = names.find((column) => column.endsWith('/.id'));
  if (byId !== undefined) throw new Error(`the column ${byId} names records by database id`);
  return Cells.parse(rows).map((row) =>
    row.map((cell, index) => {
      const column = names[index] ?? '';
      if (column === 'action') return nameAction(cell, name);
      return column.endsWith('/id') ? String(cell).split(',').map(fromAnyModule).join() : cell;
    }),
  );
}

/** Of the modules that extend one of Odoo's models, each gives it an external id; elsewhere it may be another. */
const fromAnyModule = (name: string) =>
  name.startsWith('__') ? name : name.replace(/^\w+\.(?=(?:model|field)_)/, '*.');

function nameValues(values: Record<string, unknown>, fields: Fields, name: Name): Record<string, unknown> {
  const named = Object.entries(values).map(([column, value]) => {
    const { type, relation = '' } = fields[column] ?? {};
    if (type === 'many2one' && typeof value === 'number') return [column, { $id: name(relation, value) }];
    if (type === 'reference') return [column, nameAction(value, name)];
    if (type !== 'many2many' && type !== 'one2many') return [column, value];
    return [column, Commands.parse(value).map((command) => nameCommand(command, relation, name))];
  });
  return Object.fromEntries(named);
}

const Commands = z.array(z.array(z.unknown()));

/** `[6, 0, ids]` sets all, `[4, id]` and `[3, id]` add and take away one. */
function nameCommand(command: readonly unknown[], relation: string, name: Name): readonly unknown[] {
  const [kind, id, ids] = command;
  if (kind === 6)
    return [
      6,
      0,
      z
        .array(z.number())
        .parse(ids)
        .map((one) => ({ $id: name(relation, one) })),
    ];
  if ((kind === 3 || kind === 4) && typeof id === 'number') return [kind, { $id: name(relation, id) }];
  throw new Error(`no way to name the ids in ${JSON.stringify(command)}`);
}

function nameAction(value: unknown, name: Name): unknown {
  const [, model, id] = /^([a-z_.]+),(\d+)$/.exec(String(value)) ?? [];
  return model === undefined ? value : { $action: name(model, Number(id)) };
}

const Names = z.array(
  z.object({ module: z.string(), name: z.string(), model: z.string(), res_id: z.number() }),
);

/** The first where a record has several, but ours before any other. */
async function readNames(
  caller: Caller,
  asked: ReadonlyMap<string, ReadonlySet<number>>,
): Promise<ReadonlyMap<string, string>> {
  const rows: z.infer<typeof Names> = [];
  for (const [model, ids] of asked) {
    const domain = [
      ['model', '=', model],
      ['res_id', 'in', [...ids]],
    ];
    const options = { fields: ['module', 'name', 'model', 'res_id'], order: 'id' };
    rows.push(...Names.parse(await caller.call('ir.model.data', 'search_read', [domain], options)));
  }
  return new Map(
    [...groupBy(rows, ({ model, res_id }) => `${model},${res_id}`)].map(([key, named]) => {
      const best = named.find(({ module }) => module === '__supportdesk__') ?? named[0];
      return [key, fromAnyModule(`${best?.module}.${best?.name}`)] as const;
    }),
  );
}
