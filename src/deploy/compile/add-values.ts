import type { AddonDeclaration, RecordDeclaration } from '../../schema/index.ts';

/** The addons, each record with all that others add to it; values for a record that nobody declares go nowhere. */
export function addValues(addons: readonly AddonDeclaration[]): readonly AddonDeclaration[] {
  const additions = addons.flatMap(({ records = [] }) => records.filter(({ adds }) => adds));
  if (additions.length === 0) return addons;
  const valuesOf = ({ id, values }: RecordDeclaration): RecordDeclaration['values'] =>
    Object.assign({}, values, ...additions.flatMap((added) => (added.id === id ? [added.values] : [])));
  return addons.map(({ records = [], ...addon }) => ({
    ...addon,
    records: records.filter(({ adds }) => !adds).map((record) => ({ ...record, values: valuesOf(record) })),
  }));
}
