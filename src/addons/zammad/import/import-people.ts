import { createBoundedCache } from '../../../lib/bounded-cache.ts';
import type { Odoo } from '../../../odoo/model-api.ts';
import type { ImportRow } from '../../../sync/import-row.ts';
import type { Refusal } from '../../../sync/source.ts';
import { blame } from '../blame.ts';
import type { ExternalNames } from '../external-names.ts';
import { NOBODY } from '../map/map-article.ts';
import { mapOrganization } from '../map/map-organization.ts';
import { mapUser } from '../map/map-user.ts';
import { ImportedPartner } from '../models.ts';
import type { Organization, User } from '../schema.ts';
import type { TicketSource } from '../ticket-source.ts';
import type { ReadUsers } from './create-user-reader.ts';
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
  readonly readUsers: ReadUsers;
  readonly signal: AbortSignal;
}

export interface People {
  /**
   * Sees to it that Odoo has a contact for each user, companies included; only who is named here is looked at.
   * Owners are looked up among Odoo's employees too. Answers what Odoo refused, and who could not be read.
   */
  ensure(userIds: Iterable<number>, ownerIds: Iterable<number>): Promise<readonly Refusal[]>;
  /** The source would not say in this run who that is; Odoo's contact from before holds. */
  isUnread(userId: number | undefined): boolean;
  /** Those of them that were not looked at yet. */
  unknownAmong(userIds: Iterable<number>): readonly number[];
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
  const unread = new Set<number>();

  return {
    async ensure(userIds, ownerIds) {
      const owners = unknownIds(ownerIds, assignees);
      const wanted = new Set(userIds);
      const asked = new Set([...unknownIds(wanted, partners), ...owners]);
      const users = await options.readUsers(asked);
      const unknown = users.records.filter(({ id }) => wanted.has(id) && partners.get(id) === undefined);
      const refused = await ensurePartners(unknown);
      await ensureAssignees(owners, users.records);
      await keepUnread([...asked].filter((id) => isAmong(users.refused, names.user(id))));
      for (const id of wanted) if (partners.get(id) === undefined) partners.set(id, NONE);
      return [...users.refused, ...refused];
    },
    unknownAmong: (userIds) => unknownIds(userIds, partners),
    isUnread: (userId) => userId !== undefined && unread.has(userId),
    partnerOf: (userId) => findIn(partners, userId),
    assigneeOf: (ownerId) => findIn(assignees, ownerId),
  };

  async function ensurePartners(users: readonly User[]): Promise<readonly Refusal[]> {
    const organizationIds = users.flatMap((user) => user.organization_id ?? []);
    // Where companies decide who is who, their names are needed every time.
    const asked =
      options.match === 'email+company' ? organizationIds : unknownIds(organizationIds, companies);
    const organizations = await source.findOrganizations([...new Set(asked)], signal);
    const isSound = ({ organization_id: id }: User) =>
      id === undefined || !isAmong(organizations.refused, names.organization(id));
    const sound = users.filter(isSound);
    const found = await findWithMatches(sound, organizations.records);
    const fit = sound.filter(({ id }) => !isAmong(found.refused, names.user(id)));
    const made = await syncContacts(odoo, organizations.records.map(organizationRow), found.held);
    for (const { id } of organizations.records) {
      companies.set(id, made.ids.get(names.organization(id)) ?? NONE);
    }
    const contacts = await syncContacts(odoo, fit.map(userRow), found.held);
    for (const { id } of fit) partners.set(id, contacts.ids.get(names.user(id)) ?? NONE);
    await keepUnread(users.filter((user) => !fit.includes(user)).map(({ id }) => id));
    const ofCompanies = [...organizations.refused, ...made.refused].map((refusal) => {
      const member = users.find(
        ({ organization_id: id }) => id !== undefined && names.organization(id) === refusal.externalId,
      );
      return member ? { ...refusal, on: names.user(member.id) } : refusal;
    });
    return [...ofCompanies, ...found.refused, ...contacts.refused];
  }

  /**
   * Contacts that the import made or found in an earlier run, and those that it finds in Odoo now. Where the source does
   * not say who shares an address, new users wait: a contact made twice stays so.
   */
  async function findWithMatches(
    users: readonly User[],
    organizations: readonly Organization[],
  ): Promise<{ readonly held: HeldContacts; readonly refused: readonly Refusal[] }> {
    const held = await findContacts(odoo, [
      ...organizations.map(({ id }) => names.organization(id)),
      ...users.map(({ id }) => names.user(id)),
    ]);
    if (options.match === 'never') return { held, refused: [] };
    const newOrganizations = organizations.filter(({ id }) => !held.has(names.organization(id)));
    const newUsers = users.filter(({ id }) => !held.has(names.user(id)));
    const companies = named(await matchOrganizations(newOrganizations, { odoo }), names.organization);
    const refused: Refusal[] = [];
    const people = await matchUsers(newUsers, organizations, options).catch(async (error: unknown) => {
      const reason = await blame(error, source, signal);
      refused.push(...newUsers.map(({ id }) => ({ externalId: names.user(id), reason })));
      return new Map<number, number>();
    });
    const matched = new Map([...companies, ...named(people, names.user)]);
    await linkRecords(odoo, ImportedPartner.name, matched);
    const found = [...matched].map(
      ([name, id]) => [name, { id, x_import_hash: false, isFollowed: false }] as const,
    );
    return { held: new Map([...held, ...found]), refused };
  }

  /** Whom Odoo knows from before stays who that is. */
  async function keepUnread(userIds: readonly number[]): Promise<void> {
    if (userIds.length === 0) return;
    const held = await findContacts(odoo, userIds.map(names.user));
    for (const id of userIds) {
      unread.add(id);
      partners.set(id, held.get(names.user(id))?.id ?? NONE);
    }
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

const isAmong = (refused: readonly Refusal[], name: string) =>
  refused.some(({ externalId }) => externalId === name);

function unknownIds(ids: Iterable<number>, cache: Ids): readonly number[] {
  return [...new Set(ids)].filter((id) => id !== NOBODY && cache.get(id) === undefined);
}

function named(
  matches: ReadonlyMap<number, number>,
  nameOf: (id: number) => string,
): readonly (readonly [string, number])[] {
  return [...matches].map(([id, recordId]) => [nameOf(id), recordId]);
}
