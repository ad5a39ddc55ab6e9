import { ALL, grantAccess } from '../tickets/grant-access.ts';
import { Reassignment, TeamMember, Trial } from './models.ts';

const SEEN = { team_member: TeamMember.name, team_trial: Trial.name };

export const access = [
  ...Object.entries(SEEN).flatMap(([name, model]) =>
    grantAccess(name, model, { technician: ['read'], administrator: ALL, service: ['read'] }),
  ),
  ...grantAccess('reassignment', Reassignment.name, { technician: ['read', 'create'] }),
];
