import { articleTypes, senders, systemUserId } from '../lookups.ts';
import type { Store } from '../store.ts';
import type { ZammadGroup, ZammadOrganization, ZammadPriority, ZammadState, ZammadUser } from '../types.ts';
import type { Row, Rows } from './ticket-rows.ts';

const epoch = '2026-01-01T00:00:00.000Z';
const times = { created_at: epoch, updated_at: epoch };
const stamps = { updated_by_id: systemUserId, created_by_id: systemUserId, ...times };

/** What is in every Zammad's database from the start. */
export function seedRows(): Rows {
  const types = ['new', 'open', 'pending reminder', 'pending action', 'closed', 'merged', 'removed'];
  return {
    ticket_state_types: types.map((name, index) => ({ id: index + 1, name, ...stamps })),
    ticket_article_types: Object.entries(articleTypes).map(([name, id]) => ({
      id,
      name,
      communication: name !== 'note',
      ...stamps,
    })),
    ticket_article_senders: Object.entries(senders).map(([name, id]) => ({ id, name, ...stamps })),
    tag_objects: [{ id: 1, name: 'Ticket', ...times }],
    link_objects: [{ id: 1, name: 'Ticket', ...times }],
    link_types: ['normal', 'parent', 'child'].map((name, index) => ({ id: index + 1, name, ...times })),
    store_objects: ['Ticket::Article', 'Ticket::Article::Mail'].map((name, index) => ({
      id: index + 1,
      name,
      ...times,
    })),
  };
}

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
