import { defineAccess } from '../../schema/index.ts';
import { Department, Project } from './models.ts';

const MODELS = { department: Department.name, project: Project.name };

export const access = Object.entries(MODELS).flatMap(([name, model]) => [
  defineAccess({ id: `access_${name}_technician`, model, group: 'group_technician', rights: ['read'] }),
  defineAccess({
    id: `access_${name}_administrator`,
    model,
    group: 'group_administrator',
    rights: ['read', 'write', 'create', 'delete'],
  }),
  defineAccess({
    id: `access_${name}_service`,
    model,
    group: 'group_service',
    rights: ['read', 'write', 'create'],
  }),
]);
