import { defineAccess } from '../../schema/index.ts';
import { Policy } from './models.ts';

const model = Policy.name;

/** None for customers: they see what a ticket says of itself. */
export const access = [
  defineAccess({ id: 'access_sla_technician', model, group: 'group_technician', rights: ['read'] }),
  defineAccess({
    id: 'access_sla_administrator',
    model,
    group: 'group_administrator',
    rights: ['read', 'write', 'create', 'delete'],
  }),
  defineAccess({ id: 'access_sla_service', model, group: 'group_service', rights: ['read'] }),
];
