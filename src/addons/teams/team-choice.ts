import type { FormChoice } from '../tickets/new-ticket/form-choices.ts';
import { Team } from './models.ts';

/** Lets a customer choose among the teams that are open to customers. */
export const teamChoice: FormChoice = {
  key: 'team',
  label: 'ticket.team',
  none: 'ticket.team.none',
  error: 'ticket.error.team',
  column: 'x_team_id/.id',
  async findOptions(service) {
    const teams = await service.model(Team).searchRead([['x_is_public', '=', true]], { fields: ['x_name'] });
    return teams.map(({ id, x_name }) => ({ value: String(id), name: x_name }));
  },
};
