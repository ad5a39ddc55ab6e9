import { z } from 'zod';
import type { ListGroup } from '../tickets/list/list-groups.ts';

const Row = z.object({ x_team_id: z.union([z.literal(false), z.object({ display_name: z.string() })]) });

/** Gathers a customer's tickets by the team that works on them: teams by name, at last the tickets of none. */
export const teamGroup: ListGroup = {
  key: 'team',
  label: 'list.group.team',
  reads: { x_team_id: { fields: { display_name: {} } } },
  order: (sort) => `x_team_id, ${sort.order}`,
  title(_view, ticket) {
    const { x_team_id: team } = Row.parse(ticket);
    return team ? { label: undefined, name: team.display_name } : { label: 'list.group.noTeam', name: '' };
  },
};
