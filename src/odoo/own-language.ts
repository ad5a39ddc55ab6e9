import { z } from 'zod';
import { describeFailure } from '../lib/describe-failure.ts';
import type { I18n } from '../lib/i18n.ts';
import type { Caller } from './caller.ts';
import { findTimeZone } from './session.ts';

const Context = z.object({ lang: z.union([z.string(), z.literal(false)]) });

/**
 * The language of the account that calls, as Odoo’s code. What is written for nobody in particular is written in it: whoever
 * makes the account chooses its language.
 */
export async function findOwnLanguage(odoo: Caller): Promise<string> {
  const context = await odoo.call('res.users', 'context_get', [], {}, { retry: true });
  return Context.parse(context).lang || 'en_US';
}

const Place = z.object({
  lang: z.union([z.string(), z.literal(false)]),
  tz: z.union([z.string(), z.literal(false)]).optional(),
  uid: z.number().optional(),
});
const Home = z.array(
  z.object({
    company_id: z.object({ partner_id: z.object({ tz: z.union([z.string(), z.literal(false)]) }) }),
  }),
);

/** How the account that calls writes moments: in its own time zone, else its company's, else UTC; the zone is named. */
export async function findOwnMoments(odoo: Caller): Promise<Intl.DateTimeFormat> {
  const { lang, tz, uid } = Place.parse(await odoo.call('res.users', 'context_get', [], {}, { retry: true }));
  const timeZone = findTimeZone(tz) ?? (await findCompanyZone(odoo, uid)) ?? 'UTC';
  const locales = [(lang || 'en').replace('_', '-').replace(/@.*/, ''), 'en'];
  return new Intl.DateTimeFormat(locales, {
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZone,
    timeZoneName: 'short',
  });
}

async function findCompanyZone(odoo: Caller, uid: number | undefined): Promise<string | undefined> {
  if (uid === undefined) return undefined;
  const specification = { company_id: { fields: { partner_id: { fields: { tz: {} } } } } };
  const answer = await odoo.call('res.users', 'web_read', [[uid]], { specification }, { retry: true });
  return findTimeZone(Home.safeParse(answer).data?.[0]?.company_id.partner_id.tz);
}

/** What failed, and what to do, in that language. */
export async function describeInOwnLanguage(
  odoo: Caller,
  sayIn: I18n['sayIn'],
  error: unknown,
): Promise<string> {
  return describeFailure(error, sayIn(await findOwnLanguage(odoo))).join('\n');
}
