import type { Domain } from './domain.ts';
import type { ModelShape } from './model-shape.ts';

/** A domain whose names were checked where it was made, on a shape that is not known here. */
export type CheckedDomain = Domain<ModelShape>;

/** All of the conditions: those on this shape, and those that were checked on shapes with more fields. */
export function joinDomains<M extends ModelShape>(
  own: Domain<M>,
  others: readonly CheckedDomain[],
): Domain<M> {
  return [...own, ...(others.flat() as unknown as Domain<M>)];
}
