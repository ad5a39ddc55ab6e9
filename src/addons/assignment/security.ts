import { ALL, grantAccess } from '../tickets/grant-access.ts';
import { Reassignment, TeamMember, Trial } from './models.ts';

export const access = [
  // Of these a leader's own: see the rules.
  ...grantAccess('team_member', TeamMember.name, {
    technician: ALL,
    administrator: ALL,
    service: ['read'],
  }),
  ...grantAccess('team_trial', Trial.name, { technician: ['read'], administrator: ALL, service: ['read'] }),
  ...grantAccess('reassignment', Reassignment.name, { technician: ['read', 'create'] }),
];
