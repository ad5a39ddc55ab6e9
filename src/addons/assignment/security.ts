import { defineAccess } from '../../schema/index.ts';

const lines = [
  { name: 'team_member', model: 'x_support.team.member' },
  { name: 'team_trial', model: 'x_support.team.trial' },
];

export const access = [
  ...lines.flatMap(({ name, model }) => [
    defineAccess({ id: `access_${name}_technician`, model, group: 'group_technician', rights: ['read'] }),
    defineAccess({
      id: `access_${name}_administrator`,
      model,
      group: 'group_administrator',
      rights: ['read', 'write', 'create', 'delete'],
    }),
    defineAccess({ id: `access_${name}_service`, model, group: 'group_service', rights: ['read'] }),
  ]),
  defineAccess({
    id: 'access_reassignment_technician',
    model: 'x_support.reassignment',
    group: 'group_technician',
    rights: ['read', 'create'],
  }),
];
