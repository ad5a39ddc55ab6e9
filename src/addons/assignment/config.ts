import { z } from 'zod';
import {
  type AddonDeclaration,
  type ConfigPart,
  defineConfig,
  defineRecord,
  entriesAbout,
  isAddonOn,
} from '../../schema/index.ts';
import { AssigningTeam, CategoryTeamMember } from './models.ts';
import { categoryViews } from './views.ts';

const withCategories: AddonDeclaration = {
  name: 'assignment',
  models: [CategoryTeamMember],
  views: categoryViews,
};

const part = defineConfig({
  key: 'assignment',
  schema: z
    .strictObject({
      teams: entriesAbout(
        'teams.teams',
        z.strictObject({
          by: z
            .enum(['manual', 'round_robin', 'least_open', 'skill', 'customer'])
            .default('manual')
            .describe(
              'Who gets a new ticket: nobody by itself, members in turn, who has fewest open, who knows most about it, or who solved most of the customer’s tickets',
            ),
          fallback: z
            .enum(['anyone', 'leader', 'nobody'])
            .default('anyone')
            .describe('Who gets it while no member is at work with room for another ticket'),
          cap: z
            .int()
            .min(0)
            .default(0)
            .describe('With so many open tickets a member gets no more; 0 for no limit'),
          answerer_takes_it: z
            .boolean()
            .default(false)
            .describe(
              'Whether a ticket that nobody has goes to the technician who first answers the customer',
            ),
        }),
      ).describe('By their names under `teams`'),
    })
    .describe(
      'How tickets find their person, for teams that `apply` hands out. From then on it is changed in Odoo, and members are chosen there',
    ),
  records: ({ teams }) =>
    Object.entries(teams).map(([name, team]) => ({
      ...defineRecord(AssigningTeam, {
        id: `team__${name}`,
        values: {
          x_assign_by: team.by,
          x_assign_fallback: team.fallback,
          x_assign_cap: team.cap,
          x_assign_answerer: team.answerer_takes_it,
        },
      }),
      adds: true,
    })),
});

/** How the tickets of the teams that an organisation begins with find their person. */
export const assignmentConfig: ConfigPart = {
  ...part,
  // Where there are categories, members know about these, too.
  declares: (config) => (isAddonOn(config, 'categories') ? [withCategories] : []),
};
