import { defineAccess } from '../../schema/index.ts';
import { Category } from './models.ts';

const model = Category.name;

export const access = [
  defineAccess({ id: 'access_category_technician', model, group: 'group_technician', rights: ['read'] }),
  defineAccess({
    id: 'access_category_administrator',
    model,
    group: 'group_administrator',
    rights: ['read', 'write', 'create', 'delete'],
  }),
  defineAccess({
    id: 'access_category_service',
    model,
    group: 'group_service',
    rights: ['read', 'write', 'create'],
  }),
];
