import { createOrganizationRow, createUserRow, type NewOrganization, type NewUser } from './new-rows.ts';
import { createIds, getRow, removeWhere } from './rows.ts';
import type { Change, StoredData } from './stored-data.ts';
import type { ZammadGroup, ZammadOrganization, ZammadPriority, ZammadState, ZammadUser } from './types.ts';

export interface DirectoryOptions {
  now(): string;
  changed(kind: Change['kind'], id: number): void;
  touch(ticketId: number): void;
}

/** Who and what tickets refer to. Renaming any of it bumps no ticket. */
export function createDirectory(data: StoredData, { now, changed, touch }: DirectoryOptions) {
  const users = new Map(data.users.map((user) => [user.id, user]));
  const organizations = new Map(data.organizations.map((row) => [row.id, row]));
  const takeUserId = createIds([...users.keys()]);
  const takeOrganizationId = createIds([...organizations.keys()]);

  return {
    findUser: (id: number) => users.get(id),
    findOrganization: (id: number) => organizations.get(id),

    addUser(values: NewUser): ZammadUser {
      const user = createUserRow(takeUserId(values.id), values, now());
      data.users.push(user);
      users.set(user.id, user);
      changed('user', user.id);
      return user;
    },
    updateUser(id: number, changes: Partial<ZammadUser>): void {
      const user = getRow(users, id, 'User');
      const before = user.organization_id;
      Object.assign(user, { updated_at: now() }, changes);
      changed('user', id);
      if (user.organization_id !== before) moveTickets(user);
    },
    removeUser(id: number): void {
      users.delete(id);
      removeWhere(data.users, (user) => user.id === id);
      changed('user', id);
    },
    addOrganization(values: NewOrganization): ZammadOrganization {
      const organization = createOrganizationRow(takeOrganizationId(values.id), values, now());
      data.organizations.push(organization);
      organizations.set(organization.id, organization);
      changed('organization', organization.id);
      return organization;
    },
    removeOrganization(id: number): void {
      organizations.delete(id);
      removeWhere(data.organizations, (row) => row.id === id);
      changed('organization', id);
    },
    updateOrganization(id: number, changes: Partial<ZammadOrganization>): void {
      Object.assign(getRow(organizations, id, 'Organization'), { updated_at: now() }, changes);
      changed('organization', id);
    },
    /** A group's name is its whole path, so those below are renamed with it. */
    renameGroup(id: number, name: string): void {
      const before = data.groups.find((group) => group.id === id)?.name;
      data.groups.forEach((group, index) => {
        const isBelow = before !== undefined && group.name.startsWith(`${before}::`);
        if (group.id !== id && !isBelow) return;
        const renamed = group.id === id ? name : name + group.name.slice(before?.length);
        data.groups[index] = { ...group, name: renamed, updated_at: now() };
        changed('group', group.id);
      });
    },
    updateGroup: (id: number, changes: Partial<ZammadGroup>) => update('group', data.groups, id, changes),
    updateState: (id: number, changes: Partial<ZammadState>) => update('state', data.states, id, changes),
    updatePriority: (id: number, changes: Partial<ZammadPriority>) =>
      update('priority', data.priorities, id, changes),
  };

  /** Zammad takes only a hundred of the customer's tickets along. */
  function moveTickets(user: ZammadUser): void {
    const own = data.tickets.filter((ticket) => ticket.customer_id === user.id);
    for (const ticket of own.toSorted((a, b) => b.id - a.id).slice(0, 100)) {
      ticket.organization_id = user.organization_id;
      touch(ticket.id);
    }
  }

  function update<Row extends { readonly id: number }>(
    kind: Change['kind'],
    rows: Row[],
    id: number,
    changes: Partial<Row>,
  ): void {
    const index = rows.findIndex((row) => row.id === id);
    const row = rows[index];
    if (!row) throw new Error(`Couldn't find ${kind} with 'id'=${id}`);
    rows[index] = { ...row, updated_at: now(), ...changes };
    changed(kind, id);
  }
}
