import { defineAddon } from '../../schema/index.ts';
import { ledBy, ownDialog } from '../teams/ticket-rules.ts';
import { actions } from './actions.ts';
import { automations } from './automations.ts';
import { AssigningTeam, Reassignment, TeamMember, Trial } from './models.ts';
import { personal } from './personal.ts';
import { access } from './security.ts';
import { views } from './views.ts';

/** Tickets find their person. */
export const assignment = defineAddon({
  name: 'assignment',
  depends: ['tickets', 'teams'],
  modules: ['mail', 'resource', 'base_automation'],
  models: [TeamMember, Trial, AssigningTeam, Reassignment],
  access,
  rules: [
    ...ownDialog('reassignment', Reassignment.name),
    ...ledBy('team_member', 'Support team members', TeamMember.name, 'x_team_id.x_leader_id'),
  ],
  serverActions: actions,
  automations,
  views,
  personal,
});
