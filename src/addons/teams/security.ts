import { ALL, grantAccess, grantSettings } from '../tickets/grant-access.ts';
import { Tag, Team } from './models.ts';

export const access = [
  ...grantSettings('team', Team.name),
  ...grantAccess('tag', Tag.name, {
    technician: ['read', 'write', 'create'],
    administrator: ALL,
    service: ['read', 'write', 'create'],
  }),
];
