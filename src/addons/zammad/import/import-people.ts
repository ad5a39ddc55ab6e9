import { createBoundedCache } from '../../../lib/bounded-cache.ts';
import type { Odoo } from '../../../odoo/model-api.ts';
import type { ImportRow } from '../../../sync/import-row.ts';
import type { Refusal } from '../../../sync/source.ts';
import type { ExternalNames } from '../external-names.ts';
import { NOBODY } from '../map/map-article.ts';
import { mapOrganization } from '../map/map-organization.ts';
import { mapUser } from '../map/map-user.ts';
import { ImportedPartner } from '../models.ts';
import type { Organization, User } from '../schema.ts';
import type { TicketSource } from '../ticket-source.ts';
import { findAssignees } from './find-assignees.ts';
import { findContacts, type HeldContacts } from './find-contacts.ts';
import type { MatchRule } from './import-rules.ts';
import { linkRecords } from './link-records.ts';
import { matchOrganizations, matchUsers } from './match-partners.ts';
import { syncContacts } from './sync-contacts.ts';

export interface PeopleOptions {
  readonly odoo: Odoo;
  readonly source: TicketSource;
  readonly names: ExternalNames;
  readonly match: MatchRule;
  readonly signal: AbortSignal;
}

export interface People {
  /**
   * Sees to it that Odoo has a contact for each user, companies included; only who is named here is looked at.
   * Owners are looked up among Odoo's employees too. Answers what Odoo refused.
   */
  ensure(userIds: Iterable<number>, ownerIds: Iterable<number>): Promise<readonly Refusal[]>;
  /** Odoo's contact; undefined where the user is nobody, is gone, or was refused. */
  partnerOf(userId: number | undefined): number | undefined;
  /** Odoo's user. */
  assigneeOf(ownerId: number | undefined): number | undefined;
}

/** Enough for the customers of many pages; whoever falls out is looked up again. */
const REMEMBERED = 5000;
const NONE = 0;

/** Contacts and companies for the users of Zammad that tickets name, each looked at once a run. */
export function createPeople(options: PeopleOptions): People {
  const { odoo, source, names, signal } = options;
  const partners = createBoundedCache<number, number>(REMEMBERED);
  const companies = createBoundedCache<number, number>(REMEMBERED);
  const assignees = createBoundedCache<number, number>(REMEMBERED);

  return {
    async ensure(userIds, ownerIds) {
      const owners = unknownIds(ownerIds, assignees);
      const wanted = new Set(userIds);
      const asked = new Set([...unknownIds(wanted, partners), ...owners]);
      const users = await source.findUsers([...asked], signal);
      const unknown = users.filter(({ id }) => wanted.has(id) && partners.get(id) === undefined);
      const refused = await ensurePartners(unknown);
      await ensureAssignees(owners, users);
      for (const id of wanted) if (partners.get(id) === undefined) partners.set(id, NONE);
      return refused;
    },
    partnerOf: (userId) => findIn(partners, userId),
    assigneeOf: (ownerId) => findIn(assignees, ownerId),
  };

  async function ensurePartners(users: readonly User[]): Promise<readonly Refusal[]> {
    const organizationIds = users.flatMap((user) => user.organization_id ?? []);
    // Where companies decide who is who, their names are needed every time.
    const asked =
      options.match === 'email+company' ? organizationIds : unknownIds(organizationIds, companies);
    const organizations = await source.findOrganizations([...new Set(asked)], signal);
    const held = await findWithMatches(users, organizations);
    const made = await syncContacts(odoo, organizations.map(organizationRow), held);
    for (const { id } of organizations) companies.set(id, made.ids.get(names.organization(id)) ?? NONE);
    const contacts = await syncContacts(odoo, users.map(userRow), held);
    for (const { id } of users) partners.set(id, contacts.ids.get(names.user(id)) ?? NONE);
    const memberOf = (externalId: string) =>
      users.find(
        ({ organization_id }) =>
          organization_id !== undefined && names.organization(organization_id) === externalId,
      );
    const companiesRefused = made.refused.map((refusal) => {
      const member = memberOf(refusal.externalId);
      return member ? { ...refusal, on: names.user(member.id) } : refusal;
    });
    return [...companiesRefused, ...contacts.refused];
  }

  /** Contacts that the import made or found in an earlier run, and those that it finds in Odoo now. */
  async function findWithMatches(
    users: readonly User[],
    organizations: readonly Organization[],
  ): Promise<HeldContacts> {
    const held = await findContacts(odoo, [
      ...organizations.map(({ id }) => names.organization(id)),
      ...users.map(({ id }) => names.user(id)),
    ]);
    if (options.match === 'never') return held;
    const newOrganizations = organizations.filter(({ id }) => !held.has(names.organization(id)));
    const newUsers = users.filter(({ id }) => !held.has(names.user(id)));
    const matched = new Map([
      ...named(await matchOrganizations(newOrganizations, { odoo }), names.organization),
      ...named(await matchUsers(newUsers, organizations, options), names.user),
    ]);
    await linkRecords(odoo, ImportedPartner.name, matched);
    const found = [...matched].map(
      ([name, id]) => [name, { id, x_import_hash: false, isFollowed: false }] as const,
    );
    return new Map([...held, ...found]);
  }

  async function ensureAssignees(owners: readonly number[], users: readonly User[]): Promise<void> {
    const agents = users.filter((user) => owners.includes(user.id));
    const found = await findAssignees(odoo, agents);
    for (const id of owners) assignees.set(id, found.get(id) ?? NONE);
  }

  function organizationRow(organization: Organization): ImportRow {
    return { externalId: names.organization(organization.id), cells: mapOrganization(organization) };
  }

  function userRow(user: User): ImportRow {
    return {
      externalId: names.user(user.id),
      cells: mapUser(user, findIn(companies, user.organization_id)),
    };
  }
}

type Ids = Pick<ReadonlyMap<number, number>, 'get'>;

function findIn(cache: Ids, id: number | undefined): number | undefined {
  return id === undefined ? undefined : cache.get(id) || undefined;
}

function unknownIds(ids: Iterable<number>, cache: Ids): readonly number[] {
  return [...new Set(ids)].filter((id) => id !== NOBODY && cache.get(id) === undefined);
}

function named(
  matches: ReadonlyMap<number, number>,
  nameOf: (id: number) => string,
): readonly (readonly [string, number])[] {
  return [...matches].map(([id, recordId]) => [nameOf(id), recordId]);
}
