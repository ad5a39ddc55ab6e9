import { z } from 'zod';
import { describeFailure } from '../lib/describe-failure.ts';
import type { I18n } from '../lib/i18n.ts';
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

/** What failed, and what to do, in that language. */
export async function describeInOwnLanguage(
  odoo: Caller,
  sayIn: I18n['sayIn'],
  error: unknown,
): Promise<string> {
  return describeFailure(error, sayIn(await findOwnLanguage(odoo))).join('\n');
}
