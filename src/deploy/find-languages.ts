import type { Odoo } from '../odoo/model-api.ts';
import type { AddonDeclaration } from '../schema/index.ts';

const Language = { name: 'res.lang', fields: { code: { type: 'char', required: true } } } as const;

/** The languages of the translations that Odoo has installed. */
export async function findLanguages(
  odoo: Odoo,
  addons: readonly AddonDeclaration[],
): Promise<ReadonlySet<string>> {
  const declared = new Set(
    addons.flatMap(({ translations = {}, records = [] }) => [
      ...Object.keys(translations),
      ...records.flatMap((record) =>
        Object.values(record.translations ?? {}).flatMap((texts = {}) => Object.keys(texts)),
      ),
    ]),
  );
  if (declared.size === 0) return new Set();
  const rows = await odoo.model(Language).searchRead([['code', 'in', [...declared]]], { fields: ['code'] });
  return new Set(rows.map(({ code }) => code));
}
