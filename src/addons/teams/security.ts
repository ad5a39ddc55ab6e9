import { defineAccess } from '../../schema/index.ts';

export const access = [
  defineAccess({
    id: 'access_team_technician',
    model: 'x_support.team',
    group: 'group_technician',
    rights: ['read'],
  }),
  defineAccess({
    id: 'access_team_administrator',
    model: 'x_support.team',
    group: 'group_administrator',
    rights: ['read', 'write', 'create', 'delete'],
  }),
  defineAccess({
    id: 'access_team_service',
    model: 'x_support.team',
    group: 'group_service',
    rights: ['read', 'write', 'create'],
  }),
  defineAccess({
    id: 'access_tag_technician',
    model: 'x_support.tag',
    group: 'group_technician',
    rights: ['read', 'write', 'create'],
  }),
  defineAccess({
    id: 'access_tag_administrator',
    model: 'x_support.tag',
    group: 'group_administrator',
    rights: ['read', 'write', 'create', 'delete'],
  }),
  defineAccess({
    id: 'access_tag_service',
    model: 'x_support.tag',
    group: 'group_service',
    rights: ['read', 'write', 'create'],
  }),
];
