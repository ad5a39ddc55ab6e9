import { defineAccess } from '../../schema/index.ts';
import { Stage } from './models.ts';

const model = Stage.name;

export const access = [
  defineAccess({ id: 'access_stage_technician', model, group: 'group_technician', rights: ['read'] }),
  defineAccess({
    id: 'access_stage_administrator',
    model,
    group: 'group_administrator',
    rights: ['read', 'write', 'create', 'delete'],
  }),
  defineAccess({
    id: 'access_stage_service',
    model,
    group: 'group_service',
    rights: ['read', 'write', 'create'],
  }),
];
