import { z } from 'zod';
import type { Caller } from './caller.ts';

const Context = z.object({ lang: z.union([z.string(), z.literal(false)]) });

/**
 * The language of the account that calls, as Odoo’s code. What is written for nobody in particular is written in it: whoever
 * makes the account chooses its language.
 */
export async function findOwnLanguage(odoo: Caller): Promise<string> {
  const context = await odoo.call('res.users', 'context_get', [], {}, { retry: true });
  return Context.parse(context).lang || 'en_US';
}
