import { z } from 'zod';

/**
 * A call that changed an Odoo, with every database id in it as the external id it stood for, so that it can be made
 * again on any other Odoo.
 */
export const RecordedCall = z.object({
  model: z.string(),
  method: z.string(),
  args: z.array(z.unknown()),
  kwargs: z.record(z.string(), z.unknown()).optional(),
});
export type RecordedCall = z.infer<typeof RecordedCall>;

/** Stands for the database id of a record. */
export const Named = z.strictObject({ $id: z.string() });
export type Named = z.infer<typeof Named>;

/** Stands for a text such as `ir.actions.act_window,42`. */
export const NamedAction = z.strictObject({ $action: z.string() });
export type NamedAction = z.infer<typeof NamedAction>;

/** A copy in which `change` took the place of what it answers for; what it leaves undefined is looked into. */
export function replaceDeep(value: unknown, change: (value: unknown) => unknown): unknown {
  const changed = change(value);
  if (changed !== undefined) return changed;
  if (Array.isArray(value)) return value.map((item) => replaceDeep(item, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, replaceDeep(item, change)]));
}
