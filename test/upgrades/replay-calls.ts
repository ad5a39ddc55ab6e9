import { z } from 'zod';
import { findExternalIds } from '../../src/odoo/external-ids.ts';
import type { Odoo } from '../../src/odoo/model-api.ts';
import { readLanguages } from './by-language.ts';
import { Named, NamedAction, type RecordedCall, replaceDeep } from './recorded-call.ts';

/** Makes recorded calls again, on an Odoo of its own ids. Texts in languages that it lacks are left out. */
export async function replayCalls(odoo: Odoo, calls: readonly RecordedCall[]): Promise<void> {
  const languages = await readLanguages(odoo);
  const records = await findNamed(odoo, calls);
  const getRecord = (name: string) => {
    const record = records.get(name);
    if (record) return record;
    throw new Error(`a recorded call names ${name}, which this Odoo does not have`);
  };
  const fill = (value: unknown): unknown => {
    const named = Named.safeParse(value);
    if (named.success) return getRecord(named.data.$id).id;
    const action = NamedAction.safeParse(value);
    if (!action.success) return undefined;
    const { model, id } = getRecord(action.data.$action);
    return `${model},${id}`;
  };
  for (const { model, method, args, kwargs = {} } of calls) {
    const [first, second, third] = z.array(z.unknown()).parse(replaceDeep(args, fill));
    if (method === 'load') {
      const rows = nameCells(first, second, (name) => getRecord(name).externalId);
      for (const [name, id] of await load(odoo, model, first, rows, kwargs)) {
        records.set(name, { externalId: name, model, id });
      }
    } else if (method === 'update_field_translations') {
      const texts = Object.entries(z.record(z.string(), z.unknown()).parse(third));
      const spoken = texts.filter(([language]) => languages.has(language));
      await odoo.call(model, method, [first, second, Object.fromEntries(spoken)], kwargs);
    } else await odoo.call(model, method, second === undefined ? [first] : [first, second], kwargs);
  }
}

/** Names of records that several modules name become those that this Odoo has. */
function nameCells(columns: unknown, rows: unknown, nameOf: (name: string) => string): readonly string[][] {
  const names = z.array(z.string()).parse(columns);
  return z
    .array(z.array(z.string()))
    .parse(rows)
    .map((row) =>
      row.map((cell, index) => (names[index]?.endsWith('/id') ? cell.replace(ANY_MODULE, nameOf) : cell)),
    );
}

const ANY_MODULE = /\*\.\w+/g;

interface FoundRecord {
  readonly externalId: string;
  readonly model: string;
  readonly id: number;
}

async function findNamed(odoo: Odoo, calls: readonly RecordedCall[]): Promise<Map<string, FoundRecord>> {
  const names = new Set<string>();
  replaceDeep(calls, (value) => {
    const name = Named.safeParse(value).data?.$id ?? NamedAction.safeParse(value).data?.$action;
    if (name !== undefined) names.add(name);
    for (const [any] of typeof value === 'string' ? value.matchAll(ANY_MODULE) : []) names.add(any);
    return undefined;
  });
  const found = await findExternalIds(odoo, [...names]);
  return new Map(
    found.flatMap(({ externalId, model, recordId: id }) => {
      const record = { externalId, model, id };
      return [
        [externalId, record],
        [externalId.replace(/^\w+/, '*'), record],
      ] as const;
    }),
  );
}

const Loaded = z.object({ ids: z.union([z.array(z.number()), z.literal(false)]), messages: z.unknown() });

async function load(
  odoo: Odoo,
  model: string,
  columns: unknown,
  rows: unknown,
  kwargs: Readonly<Record<string, unknown>>,
): Promise<readonly (readonly [string, number])[]> {
  const { ids, messages } = Loaded.parse(await odoo.call(model, 'load', [columns, rows], kwargs));
  if (ids === false) throw new Error(`Odoo refuses recorded rows of ${model}: ${JSON.stringify(messages)}`);
  const index = z.array(z.string()).parse(columns).indexOf('id');
  const names = z
    .array(z.array(z.string()))
    .parse(rows)
    .map((row) => row[index] ?? '');
  return names.map((name, position) => [name, ids[position] ?? 0]);
}
