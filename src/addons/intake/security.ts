import { defineAccess } from '../../schema/index.ts';
import { Intake } from './models.ts';

const model = Intake.name;

export const access = [
  // Writing is choosing the right ticket; all else is read only on the screens.
  defineAccess({
    id: 'access_intake_technician',
    model,
    group: 'group_technician',
    rights: ['read', 'write'],
  }),
  defineAccess({
    id: 'access_intake_administrator',
    model,
    group: 'group_administrator',
    rights: ['read', 'write', 'create', 'delete'],
  }),
  defineAccess({
    id: 'access_intake_service',
    model,
    group: 'group_service',
    rights: ['read', 'write', 'create'],
  }),
];
