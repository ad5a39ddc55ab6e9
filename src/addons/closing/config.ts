import { z } from 'zod';
import {
  type ConfigPart,
  defineConfig,
  defineRecord,
  entriesAbout,
  isAddonOn,
  type RecordLink,
  referenceTo,
} from '../../schema/index.ts';
import { stageAutomations } from './automations.ts';
import { ClosingRule, StagedClosingTicket } from './models.ts';

const days = (what: string) => z.int().min(0).max(3650).default(0).describe(what);

const Rule = z
  .strictObject({
    chase_after: days(
      'Working days without an answer until the customer is asked once more, with the desk’s last answer; 0 for no chaser',
    ),
    close_after: days('Working days without an answer until the ticket is closed; 0 for never'),
    hours: referenceTo('sla.hours')
      .optional()
      .describe('The hours whose days and holidays count; the company’s where none are named'),
    notice: z
      .boolean()
      .default(false)
      .describe('Whether a mail says as soon as a ticket waits when it will close'),
    reopen_within: days(
      'So many days after closing an answer takes the ticket up again; later it opens a new one that follows it. 0 for always the same ticket',
    ),
    rating: z
      .strictObject({
        share: z
          .int()
          .min(0)
          .max(100)
          .default(0)
          .describe('Of how many closed tickets in a hundred customers are asked how it went; 0 for none'),
        after_hours: z.int().min(0).max(8760).default(24).describe('How long after closing'),
        pause_days: z
          .int()
          .min(0)
          .max(3650)
          .default(30)
          .describe('Days before the same customer is asked again; 0 for each ticket'),
      })
      .prefault({})
      .describe('When customers are asked for a rating'),
  })
  .refine(
    ({ chase_after, close_after }) => close_after === 0 || chase_after < close_after,
    'must ask once more before it closes: chase_after is to be less than close_after',
  );
type Rule = z.output<typeof Rule>;

const part = defineConfig({
  key: 'closing',
  schema: z
    .strictObject({
      everywhere: Rule.prefault({}).describe(
        'For teams that are not named below, and tickets without a team',
      ),
      teams: entriesAbout('teams.teams', Rule).describe('By their names under `teams`'),
    })
    .describe(
      'What ends tickets and what takes them up again. `apply` hands it out once; from then on it is changed in Odoo',
    ),
  records: ({ everywhere, teams }) => [
    ruleRecord('everywhere', everywhere),
    ...Object.entries(teams).map(([name, rule]) =>
      ruleRecord(`team__${name}`, rule, { ref: `team__${name}` }),
    ),
  ],
});

/** What an organisation begins with: without a word nothing closes by itself, and nobody is asked. */
export const closingConfig: ConfigPart = {
  ...part,
  problems: (config) => {
    const { everywhere, teams } = part.of(config);
    const rules = [
      { path: ['everywhere'], rule: everywhere },
      ...Object.entries(teams).map(([name, rule]) => ({ path: ['teams', name], rule })),
    ];
    return isAddonOn(config, 'sla')
      ? []
      : rules
          .filter(({ rule }) => rule.hours !== undefined)
          .map(({ path }) => ({
            path: [...path, 'hours'],
            message: 'needs the addon sla, which is off: it brings the hours',
          }));
  },
  declares: (config) =>
    isAddonOn(config, 'stages')
      ? [
          {
            name: 'closing',
            models: [StagedClosingTicket],
            automations: stageAutomations,
          },
        ]
      : [],
};

const ruleRecord = (name: string, rule: Rule, team?: RecordLink) =>
  defineRecord(ClosingRule, {
    id: `closing_rule__${name}`,
    values: {
      ...(team === undefined ? {} : { x_team_id: team }),
      x_chase_days: rule.chase_after,
      x_close_days: rule.close_after,
      ...(rule.hours === undefined ? {} : { x_calendar_id: { ref: `calendar__${rule.hours}` } }),
      x_notice: rule.notice,
      x_reopen_days: rule.reopen_within,
      x_rating_share: rule.rating.share,
      x_rating_delay: rule.rating.after_hours,
      x_rating_pause: rule.rating.pause_days,
    },
  });
