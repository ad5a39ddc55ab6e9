import { z } from 'zod';
import type { Caller } from '../../src/odoo/caller.ts';
import { findExternalIds } from '../../src/odoo/external-ids.ts';
import { createOdoo } from '../../src/odoo/model-api.ts';
import { Named, type RecordedCall } from './recorded-call.ts';

/** What people changed or added about what was deployed, by record and column, as Odoo holds it now. */
export async function readPeoplesChanges(
  caller: Caller,
  calls: readonly RecordedCall[],
): Promise<Readonly<Record<string, unknown>>> {
  const touched = calls.flatMap(touchedBy);
  const found = await findExternalIds(createOdoo(caller), [...new Set(touched.map(({ name }) => name))]);
  const records = new Map(found.map(({ externalId, recordId }) => [externalId, recordId]));
  const values: [string, unknown][] = [];
  for (const { model, name, columns, lang } of touched) {
    const id = records.get(name);
    const context = { active_test: false, 'ir.ui.menu.full_list': true, ...(lang ? { lang } : {}) };
    const rows = id === undefined ? [] : await caller.call(model, 'read', [[id], columns], { context });
    const [row] = z.array(z.record(z.string(), z.unknown())).parse(rows);
    for (const column of columns)
      values.push([`${name} ${column}${lang ? ` in ${lang}` : ''}`, row?.[column]]);
  }
  return Object.fromEntries(values);
}

interface Touched {
  readonly model: string;
  readonly name: string;
  readonly columns: readonly string[];
  readonly lang?: string;
}

function touchedBy({ model, method, args }: RecordedCall): readonly Touched[] {
  const [first, second, third] = args;
  if (method === 'load') {
    const columns = z.array(z.string()).parse(first);
    const names = z
      .array(z.array(z.unknown()))
      .parse(second)
      .map((row) => String(row[columns.indexOf('id')]));
    const read = columns.filter((column) => column !== 'id').map((column) => column.replace('/id', ''));
    return names.map((name) => ({ model, name, columns: read }));
  }
  const names = z
    .array(Named)
    .parse(first)
    .map(({ $id }) => $id);
  if (method === 'write')
    return names.map((name) => ({ model, name, columns: Object.keys(z.looseObject({}).parse(second)) }));
  const languages = Object.keys(z.looseObject({}).parse(third));
  return names.flatMap((name) =>
    languages.map((lang) => ({ model, name, columns: [z.string().parse(second)], lang })),
  );
}
