import { z } from 'zod';
import { groupBy } from '../lib/group-by.ts';
import type { Odoo } from '../odoo/model-api.ts';
import type { LiveRecord } from './live-state.ts';
import { columnsOf, type DesiredRecord } from './record.ts';
import { parseTranslationColumn, translationColumn } from './translation-column.ts';

const Rows = z.array(z.looseObject({ id: z.number() }));

/** The declared texts in other languages, by external id: one call a model and language. */
export async function readTranslations(
  odoo: Odoo,
  records: readonly LiveRecord[],
  desired: readonly DesiredRecord[],
): Promise<ReadonlyMap<string, Readonly<Record<string, unknown>>>> {
  const live = new Map(records.map((record) => [record.externalId, record]));
  const asked = desired.flatMap((record) => {
    const target = live.get(record.externalId);
    if (target === undefined) return [];
    return columnsOf(record).flatMap(([name]) => {
      const translation = parseTranslationColumn(name);
      return translation ? [{ ...translation, target }] : [];
    });
  });
  const found = await Promise.all(
    [...groupBy(asked, ({ target, language }) => `${target.model} ${language}`).values()].map((group) =>
      readGroup(odoo, group),
    ),
  );
  const rows = groupBy(found.flat(), ([externalId]) => externalId);
  return new Map(
    [...rows].map(([externalId, parts]) => [externalId, Object.assign({}, ...parts.map(([, part]) => part))]),
  );
}

interface Asked {
  readonly column: string;
  readonly language: string;
  readonly target: LiveRecord;
}

async function readGroup(odoo: Odoo, group: readonly Asked[]) {
  const [first] = group;
  if (first === undefined) return [];
  const { language, target } = first;
  const columns = [...new Set(group.map(({ column }) => column))];
  const externalIds = new Map(group.map((asked) => [asked.target.recordId, asked.target.externalId]));
  const context = { lang: language, active_test: false, 'ir.ui.menu.full_list': true };
  const domain = [['id', 'in', [...externalIds.keys()]]];
  const rows = Rows.parse(
    await odoo.call(target.model, 'search_read', [domain, columns], { context }, { retry: true }),
  );
  return rows.map((row) => {
    const texts = columns.map((column) => [translationColumn(column, language), row[column]]);
    return [externalIds.get(row.id) ?? '', Object.fromEntries(texts)] as const;
  });
}
