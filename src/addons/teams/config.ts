import { z } from 'zod';
import {
  ConfigId,
  defineConfig,
  defineRecord,
  namedEntries,
  sourceText,
  Text,
  translationsOf,
} from '../../schema/index.ts';
import { TAG_COLOR, Tag, Team } from './models.ts';

/** What an organisation begins with: teams and tags that are its own once they are handed out. */
export const teamsConfig = defineConfig({
  key: 'teams',
  schema: z
    .strictObject({
      teams: namedEntries(
        ConfigId,
        z.strictObject({
          name: Text.describe('What technicians and customers read'),
          members_only: z
            .boolean()
            .default(false)
            .describe(
              'Its tickets are seen by its leader and members only, and by whoever a ticket is assigned to',
            ),
          public: z.boolean().default(false).describe('Customers may choose it on the form for a new ticket'),
        }),
      ).describe('Who works on tickets together'),
      tags: namedEntries(
        ConfigId,
        z.strictObject({
          name: Text.describe('What technicians read'),
          color: z
            .int()
            .min(0)
            .max(11)
            .default(TAG_COLOR)
            .describe('One of Odoo’s colours; 0 for none, and off the cards'),
        }),
      ).describe('Words to find tickets by'),
    })
    .describe('Teams and tags that `apply` hands out once. From then on they are changed in Odoo'),
  records: ({ teams, tags }) => [
    ...Object.entries(teams).map(([name, team]) =>
      defineRecord(Team, {
        id: `team__${name}`,
        values: {
          x_name: sourceText(team.name),
          x_is_public: team.public,
          x_members_only: team.members_only,
        },
        translations: { x_name: translationsOf(team.name) },
      }),
    ),
    ...Object.entries(tags).map(([name, tag]) =>
      defineRecord(Tag, {
        id: `tag__${name}`,
        values: { x_name: sourceText(tag.name), x_color: tag.color },
        translations: { x_name: translationsOf(tag.name) },
      }),
    ),
  ],
});
