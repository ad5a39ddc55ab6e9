import { Partner } from '../../../odoo/builtin-models.ts';
import type { Odoo } from '../../../odoo/model-api.ts';
import { findTimeZone } from '../../../odoo/session.ts';
import { type FollowerView, readFollowers } from './followers.ts';

/**
 * For whom a customer may make a link in whose name its reader answers: for themselves, and for whoever is in copy and has
 * no login. Who has one speaks for themselves.
 */
export async function findLinkPeople(
  service: Odoo,
  people: readonly FollowerView[],
  ownPartnerId: number,
): Promise<readonly FollowerView[]> {
  // Odoo takes a message from nobody without an address.
  const reachable = people.filter(({ email }) => email !== '');
  if (reachable.length === 0) return [];
  const ids = await service.model(Partner).search([
    ['id', 'in', reachable.map(({ partnerId }) => partnerId)],
    ['user_ids', '=', false],
  ]);
  return reachable.filter(({ partnerId }) => partnerId === ownPartnerId || ids.includes(partnerId));
}

export interface LinkWriter {
  readonly partnerId: number;
  readonly name: string;
  /** The email address. */
  readonly login: string;
}

/** Whom a link was made for, as long as they are in copy: whoever is taken out of it answers no more. */
export async function findLinkWriter(
  service: Odoo,
  ticketId: number,
  partnerId: number,
): Promise<LinkWriter | undefined> {
  const writer = (await readFollowers(service, ticketId, 0)).find((person) => person.partnerId === partnerId);
  return writer && { partnerId, name: writer.name, login: writer.email };
}

/** Where the first of these people is of whom that is known, for a visitor of whom nothing is. */
export async function findPersonTimeZone(
  service: Odoo,
  partnerIds: readonly (number | undefined)[],
): Promise<string | undefined> {
  const ids = partnerIds.flatMap((id) => id || []);
  if (ids.length === 0) return undefined;
  const people = await service.model(Partner).read(ids, ['tz']);
  return ids.map((id) => findTimeZone(people.find((person) => person.id === id)?.tz)).find(Boolean);
}
