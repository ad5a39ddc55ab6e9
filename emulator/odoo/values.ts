/** What a row keeps for one field. Empty text, dates and many2ones are `false`, as Odoo hands them out. */
export type Stored = string | number | boolean | readonly number[];

export type Row = Map<string, Stored> & { readonly id: number };

/** Values as they arrive over JSON, or as Python code assigns them. */
export type Values = Readonly<Record<string, unknown>>;

export type Context = Readonly<Record<string, unknown>>;

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isIdList(value: unknown): value is readonly number[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'number');
}

export const toIds = (value: unknown): readonly number[] => (isIdList(value) ? value : []);
export const toList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
export const toRecord = (value: unknown): Values => (isRecord(value) ? value : {});

/** Python's truth of a value that came over JSON. */
export function isTruthy(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0;
  if (isRecord(value)) return Object.keys(value).length > 0;
  return Boolean(value);
}
