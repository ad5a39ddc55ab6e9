import { ALL, grantAccess } from '../tickets/grant-access.ts';
import { Tag, Team } from './models.ts';

export const access = [
  // Of these a leader's own: see the rules of the addon `roles`.
  ...grantAccess('team', Team.name, {
    technician: ['read', 'write'],
    administrator: ALL,
    service: ['read', 'write', 'create'],
  }),
  ...grantAccess('tag', Tag.name, {
    technician: ['read', 'write', 'create'],
    administrator: ALL,
    service: ['read', 'write', 'create'],
  }),
];
