import type { Model } from '../model.ts';
import type { Row, Values } from '../values.ts';

/** What a copy of a record takes along: stored fields that say so, and none of the records that point at it. */
export function copiedValues(model: Model, row: Row): Values {
  const own = [...model.fields.values()].filter(
    ({ copied, stored, type }) => copied && stored !== false && type !== 'one2many',
  );
  return Object.fromEntries(
    own.flatMap(({ name }) => {
      const value = row.get(name);
      if (value === undefined || value === false) return [];
      return [[name, Array.isArray(value) ? [[6, 0, value]] : value]];
    }),
  );
}
