import { z } from 'zod';
import {
  ConfigId,
  defineConfig,
  defineRecord,
  namedEntries,
  referenceTo,
  sourceText,
  Text,
  translationsOf,
} from '../../schema/index.ts';
import { DEFAULT_STAGES } from './default-stages.ts';
import { Stage } from './models.ts';

/** The stages an organisation begins with: its own once they are handed out. */
export const stagesConfig = defineConfig({
  key: 'stages',
  schema: z
    .strictObject({
      stages: namedEntries(
        ConfigId,
        z.strictObject({
          name: Text.describe('What technicians and customers read'),
          meaning: z
            .enum(['new', 'in_progress', 'waiting', 'done'])
            .describe('What it comes to: dates, filters and what customers may do hang on it'),
          sequence: z
            .int()
            .min(0)
            .optional()
            .describe('Its place among the stages; ten times its place in the file unless told'),
          teams: z
            .array(referenceTo('teams.teams'))
            .default([])
            .describe(
              'Whose tickets pass through it, by their names under teams; all teams where none is named',
            ),
          stops_clock: z
            .boolean()
            .optional()
            .describe(
              'Whether deadlines stand still here; where nothing is said, they do in waiting and done',
            ),
          asks: z
            .enum(['nothing', 'reason', 'solution'])
            .default('nothing')
            .describe('What a technician must have written on a ticket before it comes here'),
        }),
      )
        .prefault(DEFAULT_STAGES)
        .describe('The steps of a ticket’s way; what is named here stands in place of the usual four'),
    })
    .describe('Stages that `apply` hands out once. From then on they are changed in Odoo'),
  records: ({ stages }) =>
    Object.entries(stages).map(([name, stage], position) =>
      defineRecord(Stage, {
        id: `stage__${name}`,
        values: {
          x_name: sourceText(stage.name),
          x_meaning: stage.meaning,
          x_sequence: stage.sequence ?? (position + 1) * 10,
          x_team_ids: { refs: stage.teams.map((team) => `team__${team}`) },
          x_stops_clock: stage.stops_clock ?? ['waiting', 'done'].includes(stage.meaning),
          x_asks: stage.asks,
        },
        translations: { x_name: translationsOf(stage.name) },
      }),
    ),
});
