import { ExternalId } from '../../../odoo/builtin-models.ts';
import type { Domain } from '../../../odoo/domain.ts';
import type { Odoo } from '../../../odoo/model-api.ts';
import { ZAMMAD_MODULE } from '../external-names.ts';
import { ImportedPartner } from '../models.ts';
import type { Organization, User } from '../schema.ts';
import type { TicketSource } from '../ticket-source.ts';
import type { MatchRule } from './import-rules.ts';

export interface MatchOptions {
  readonly odoo: Odoo;
  readonly source: TicketSource;
  readonly match: MatchRule;
  readonly signal: AbortSignal;
}

/**
 * Contacts that were in Odoo before, by the id of the Zammad user with the same e-mail address, whatever its case.
 * Only where exactly one contact and exactly one user have it: a shared address proves nothing. By the stricter rule
 * the contact's company must also bear the name of the user's organisation, or both have none.
 */
export async function matchUsers(
  users: readonly User[],
  organizations: readonly Organization[],
  { odoo, source, match, signal }: MatchOptions,
): Promise<ReadonlyMap<number, number>> {
  const withEmail = users.filter((user) => emailOf(user) !== '');
  if (withEmail.length === 0) return new Map();
  const partners = await odoo
    .model(PartnerByEmail)
    .searchRead([['email_normalized', 'in', withEmail.map(emailOf)]], {
      fields: ['email_normalized', 'parent_id'],
    });
  const companyOf = new Map(
    partners.map(({ id, parent_id }) => [id, parent_id === false ? '' : parent_id[1]]),
  );
  const nameById = new Map(organizations.map((organization) => [organization.id, nameOf(organization)]));
  const fits = (user: User, partnerId: number) =>
    match !== 'email+company' ||
    lower(companyOf.get(partnerId) ?? '') === (nameById.get(user.organization_id ?? 0) ?? '');
  const partnerByEmail = uniqueIds(partners, (partner) => partner.email_normalized || '');
  const candidates = new Set(withEmail.map(emailOf).filter((email) => partnerByEmail.has(email)));
  if (candidates.size === 0) return new Map();

  const owners = await source.countUsersByEmail(candidates, signal);
  const matches = withEmail.flatMap((user): [number, number][] => {
    const partnerId = partnerByEmail.get(emailOf(user));
    if (partnerId === undefined || owners.get(emailOf(user)) !== 1) return [];
    return fits(user, partnerId) ? [[user.id, partnerId]] : [];
  });
  return withoutTaken(odoo, matches);
}

/** Companies that were in Odoo before, by the id of the Zammad organisation of the same name, likewise. */
export async function matchOrganizations(
  organizations: readonly Organization[],
  { odoo }: Pick<MatchOptions, 'odoo'>,
): Promise<ReadonlyMap<number, number>> {
  const names = [...new Set(organizations.map(nameOf).filter((name) => name !== ''))];
  if (names.length === 0) return new Map();
  const companies = await odoo
    .model(ImportedPartner)
    .searchRead([['is_company', '=', true], ...anyName(names)], { fields: ['name'] });
  const companyByName = uniqueIds(companies, (company) => lower(company.name || ''));
  const matches = organizations.flatMap((organization): [number, number][] => {
    const companyId = companyByName.get(nameOf(organization));
    return companyId === undefined ? [] : [[organization.id, companyId]];
  });
  return withoutTaken(odoo, matches);
}

/** `email_normalized` comes with Odoo's mail module: the bare address in lower case. */
const PartnerByEmail = {
  name: 'res.partner',
  fields: { email_normalized: { type: 'char' }, parent_id: { type: 'many2one' } },
} as const;

/** A contact that already stands for somebody in Zammad stands for nobody else, and for one only. */
async function withoutTaken(
  odoo: Odoo,
  matches: readonly (readonly [number, number])[],
): Promise<ReadonlyMap<number, number>> {
  if (matches.length === 0) return new Map();
  const links = await odoo.model(ExternalId).searchRead(
    [
      ['module', '=', ZAMMAD_MODULE],
      ['model', '=', 'res.partner'],
      ['res_id', 'in', matches.map(([, partnerId]) => partnerId)],
    ],
    { fields: ['res_id'] },
  );
  const taken = new Set(links.map((link) => link.res_id));
  const wanted = matches.map(([, partnerId]) => partnerId);
  return new Map(
    matches.filter(
      ([, partnerId]) => !taken.has(partnerId) && wanted.indexOf(partnerId) === wanted.lastIndexOf(partnerId),
    ),
  );
}

/** Record ids by key, of the keys that only one record has. */
function uniqueIds<T extends { readonly id: number }>(
  rows: readonly T[],
  keyOf: (row: T) => string,
): ReadonlyMap<string, number> {
  const ids = new Map<string, number>();
  const ambiguous = new Set<string>();
  for (const row of rows) {
    const key = keyOf(row);
    if (ids.has(key)) ambiguous.add(key);
    ids.set(key, row.id);
  }
  for (const key of ambiguous) ids.delete(key);
  return ids;
}

function anyName(names: readonly string[]): Domain<typeof ImportedPartner> {
  const leaves = names.map((name) => ['name', '=ilike', name.replace(/[\\%_]/g, '\\$&')] as const);
  return [...leaves.slice(1).map(() => '|' as const), ...leaves];
}

function emailOf(user: User): string {
  return lower(user.email);
}

function nameOf(organization: Organization): string {
  return lower(organization.name);
}

function lower(text: string): string {
  return text.trim().toLowerCase();
}
