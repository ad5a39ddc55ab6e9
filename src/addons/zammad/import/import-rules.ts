import { z } from 'zod';

/** What an operator decides about an import; every part has a default. */
export const ImportRules = z.strictObject({
  /**
   * Which contact that Odoo has already stands for a Zammad user: the only one with the same e-mail address, the
   * same only where the company has the same name too, or none.
   */
  match: z.enum(['email', 'email+company', 'never']).default('email'),
  /** Zammad's attribute, or a column of the query → the ticket's field that it fills. */
  attributes: z.record(z.string(), z.string().startsWith('x_')).default({}),
  /** Whose value stays, by field, where both sides changed it since the last import; Zammad's unless told. */
  winners: z.record(z.string(), z.enum(['zammad', 'odoo', 'newest'])).default({}),
});
export type ImportRules = z.infer<typeof ImportRules>;
export type MatchRule = ImportRules['match'];
export type Winner = ImportRules['winners'][string];
