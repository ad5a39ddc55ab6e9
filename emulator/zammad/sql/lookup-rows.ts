import { systemUserId } from '../lookups.ts';
import type { Store } from '../store.ts';
import type { ZammadGroup, ZammadOrganization, ZammadPriority, ZammadState, ZammadUser } from '../types.ts';
import type { Row, Rows } from './ticket-rows.ts';

const epoch = '2026-01-01T00:00:00.000Z';
const times = { created_at: epoch, updated_at: epoch };
const stamps = { updated_by_id: systemUserId, created_by_id: systemUserId, ...times };

/** Whom and what tickets refer to. */
export function lookupRows(store: Store, isNested: boolean): Rows {
  const { organizations, users, groups, states, priorities } = store.data;
  return {
    organizations: organizations.map(organizationRow),
    users: users.map(userRow),
    groups: groups.map((group) => groupRow(group, isNested)),
    ticket_states: states.map(stateRow),
    ticket_priorities: priorities.map(priorityRow),
  };
}

const organizationRow = (row: ZammadOrganization): Row => ({ ...stamps, ...row });
const priorityRow = (row: ZammadPriority): Row => ({ ...stamps, ...row });
const stateRow = ({ state_type: _, ...row }: ZammadState): Row => ({ ...stamps, ...row });
const userRow = ({ roles: _, organization_ids: __, ...row }: ZammadUser): Row => ({
  preferences: '--- {}\n',
  password: 'a hash that nobody may read',
  ...stamps,
  ...row,
});

function groupRow({ parent_id = null, ...row }: ZammadGroup, isNested: boolean): Row {
  const nested = { parent_id, name_last: row.name.split('::').at(-1) };
  return { active: true, ...stamps, ...row, ...(isNested ? nested : {}) };
}
