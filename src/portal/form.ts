import type { z } from 'zod';

export type FormErrors = Readonly<Record<string, string>>;

export type ParsedForm<T> =
  | { readonly ok: true; readonly values: T }
  | { readonly ok: false; readonly errors: FormErrors };

/** A form checked by its schema. Errors are one a field: the key of the text that says what to do. */
export function parseForm<T>(schema: z.ZodType<T>, fields: Readonly<Record<string, string>>): ParsedForm<T> {
  const result = schema.safeParse(fields);
  if (result.success) return { ok: true, values: result.data };
  const errors: Record<string, string> = {};
  for (const issue of result.error.issues) errors[String(issue.path[0])] ??= issue.message;
  return { ok: false, errors };
}
