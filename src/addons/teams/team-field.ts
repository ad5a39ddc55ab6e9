import { ticketField } from '../tickets/slots/ticket-field.ts';
import { Team, TeamTicket } from './models.ts';

/**
 * The team that works on a ticket. Customers may choose among those that are open to them; of the others they know the
 * name only, by a ticket.
 */
export const teamField = ticketField(TeamTicket, {
  key: 'team',
  label: 'ticket.team',
  reads: { x_team_id: { fields: { display_name: {} } } },
  value: ({ x_team_id: team }) => team && team.display_name,
  in: ['details', 'group', 'filter', 'csv', 'form'],
  order: 'x_team_id',
  none: 'list.group.noTeam',
  filter: {
    of: ({ x_team_id: team }) => (team ? team.id : undefined),
    domain: (value) => (/^[1-9]\d{0,8}$/.test(value) ? [['x_team_id', '=', Number(value)]] : undefined),
  },
  form: {
    kind: 'select',
    column: 'x_team_id/.id',
    none: 'ticket.team.none',
    error: 'ticket.error.team',
    async options(service) {
      const teams = await service
        .model(Team)
        .searchRead([['x_is_public', '=', true]], { fields: ['x_name'] });
      return teams.map(({ id, x_name }) => ({ value: String(id), name: x_name }));
    },
  },
});
