import type { Values } from '../values.ts';

/** Stands for the id of another seeded record, named by its external id. */
export interface Ref {
  readonly ref: string;
}

export const ref = (externalId: string): Ref => ({ ref: externalId });

/** One record of a fresh database: its external id, its values, and its id where that is known to callers. */
export interface SeedRecord {
  readonly externalId: string;
  readonly model: string;
  readonly values: Values;
  readonly id?: number;
}

export const record = (model: string, externalId: string, values: Values, id?: number): SeedRecord => ({
  model,
  externalId,
  values,
  ...(id !== undefined && { id }),
});
