import { ExternalId } from '../../odoo/builtin-models.ts';
import type { Odoo } from '../../odoo/model-api.ts';
import { createBoundedCache } from '../../sync/bounded-cache.ts';
import { findImported } from '../../sync/find-imported.ts';
import { hashCells } from '../../sync/hash-cells.ts';
import { importRecords } from '../../sync/import-records.ts';
import type { ImportRow } from '../../sync/import-row.ts';
import type { Refusal } from '../../sync/source.ts';
import { type ExternalNames, ZAMMAD_MODULE } from './external-names.ts';
import { findAssignees } from './find-assignees.ts';
import { NOBODY } from './map-article.ts';
import { mapOrganization } from './map-organization.ts';
import { mapUser } from './map-user.ts';
import { matchOrganizations, matchUsers } from './match-partners.ts';
import { ImportedPartner } from './models.ts';
import type { Organization, User } from './schema.ts';
import type { TicketSource } from './ticket-source.ts';

export interface PeopleOptions {
  readonly odoo: Odoo;
  readonly source: TicketSource;
  readonly names: ExternalNames;
  readonly signal: AbortSignal;
}

export interface People {
  /**
   * Sees to it that Odoo has a contact for each user, companies included; only who is named here is looked at.
   * Owners are looked up among Odoo's employees too. Answers what Odoo refused.
   */
  ensure(userIds: Iterable<number>, ownerIds: Iterable<number>): Promise<readonly Refusal[]>;
  /** The contact's external id; empty where the user is nobody, is gone, or was refused. */
  partnerOf(userId: number | undefined): string;
  /** Odoo's user. */
  assigneeOf(ownerId: number | undefined): number | undefined;
}

/** Enough for the customers of many pages; whoever falls out is looked up again. */
const REMEMBERED = 5000;

/** Contacts and companies for the users of Zammad that tickets name, each looked at once a run. */
export function createPeople(options: PeopleOptions): People {
  const { odoo, source, names, signal } = options;
  const partners = createBoundedCache<number, string>(REMEMBERED);
  const companies = createBoundedCache<number, string>(REMEMBERED);
  const assignees = createBoundedCache<number, number | 'nobody'>(REMEMBERED);

  return {
    async ensure(userIds, ownerIds) {
      const owners = unknownIds(ownerIds, assignees);
      const users = await source.findUsers(
        [...new Set([...unknownIds(userIds, partners), ...owners])],
        signal,
      );
      const wanted = new Set(userIds);
      const refused = await ensurePartners(users.filter((user) => wanted.has(user.id)));
      await ensureAssignees(owners, users);
      for (const id of wanted) if (partners.get(id) === undefined) partners.set(id, '');
      return refused;
    },
    partnerOf: (userId) => (userId === undefined ? '' : (partners.get(userId) ?? '')),
    assigneeOf(ownerId) {
      const assignee = ownerId === undefined ? undefined : assignees.get(ownerId);
      return assignee === 'nobody' ? undefined : assignee;
    },
  };

  async function ensurePartners(users: readonly User[]): Promise<readonly Refusal[]> {
    const unknown = users.filter((user) => partners.get(user.id) === undefined);
    const organizationIds = unknown.flatMap((user) => user.organization_id ?? []);
    const organizations = await source.findOrganizations(unknownIds(organizationIds, companies), signal);
    const existing = await findImported(
      odoo,
      ImportedPartner,
      [
        ...unknown.map((user) => names.user(user.id)),
        ...organizations.map((one) => names.organization(one.id)),
      ],
      ['x_import_hash'],
    );
    const isNew = (externalId: string) => !existing.has(externalId);
    const newOrganizations = organizations.filter((one) => isNew(names.organization(one.id)));
    const newUsers = unknown.filter((user) => isNew(names.user(user.id)));
    const matched = new Map([
      ...entries(await matchOrganizations(newOrganizations, { odoo }), names.organization),
      ...entries(await matchUsers(newUsers, { odoo, source, signal }), names.user),
    ]);
    await link(matched);

    const write = async (rows: readonly ImportRow[]) => {
      const changed = rows.filter(({ externalId, cells }) => {
        const known = existing.get(externalId);
        return known
          ? isOurs(known) && known.x_import_hash !== cells.x_import_hash
          : !matched.has(externalId);
      });
      return (await importRecords(odoo, ImportedPartner, changed)).refused;
    };
    const refusedCompanies = await write(organizations.map(organizationRow));
    remember(companies, organizations, names.organization, refusedCompanies);
    const refusedUsers = await write(unknown.map(userRow));
    remember(partners, unknown, names.user, refusedUsers);
    return [...refusedCompanies, ...refusedUsers];
  }

  async function ensureAssignees(owners: readonly number[], users: readonly User[]): Promise<void> {
    const agents = users.filter((user) => owners.includes(user.id));
    const found = await findAssignees(odoo, agents);
    for (const id of owners) assignees.set(id, found.get(id) ?? 'nobody');
  }

  function organizationRow(organization: Organization): ImportRow {
    const cells = mapOrganization(organization);
    return { externalId: names.organization(organization.id), cells: withHash(cells) };
  }

  function userRow(user: User): ImportRow {
    const company = user.organization_id === undefined ? '' : (companies.get(user.organization_id) ?? '');
    return { externalId: names.user(user.id), cells: withHash(mapUser(user, company)) };
  }

  /** Names contacts that were there before; their values stay their owners'. */
  async function link(matched: ReadonlyMap<string, number>): Promise<void> {
    if (matched.size === 0) return;
    await odoo.model(ExternalId).create(
      [...matched].map(([externalId, partnerId]) => ({
        module: ZAMMAD_MODULE,
        name: externalId.slice(ZAMMAD_MODULE.length + 1),
        model: 'res.partner',
        res_id: partnerId,
      })),
    );
  }
}

function unknownIds(ids: Iterable<number>, cache: { get(id: number): unknown }): readonly number[] {
  return [...new Set(ids)].filter((id) => id !== NOBODY && cache.get(id) === undefined);
}

function remember(
  cache: { set(id: number, externalId: string): void },
  records: readonly { readonly id: number }[],
  nameOf: (id: number) => string,
  refused: readonly Refusal[],
): void {
  const failed = new Set(refused.map(({ externalId }) => externalId));
  for (const { id } of records) cache.set(id, failed.has(nameOf(id)) ? '' : nameOf(id));
}

function entries(
  matches: ReadonlyMap<number, number>,
  nameOf: (id: number) => string,
): readonly (readonly [string, number])[] {
  return [...matches].map(([id, partnerId]) => [nameOf(id), partnerId]);
}

function isOurs(partner: { readonly x_import_hash: string | false }): boolean {
  return partner.x_import_hash !== false;
}

function withHash(cells: ImportRow['cells']): ImportRow['cells'] {
  return { ...cells, x_import_hash: hashCells(cells) };
}
