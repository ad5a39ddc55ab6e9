import { z } from 'zod';
import {
  ConfigId,
  type ConfigPart,
  defineConfig,
  defineRecord,
  isAddonOn,
  namedEntries,
  type RecordDeclaration,
  referenceTo,
  sourceText,
  Text,
  translationsOf,
} from '../../schema/index.ts';
import { duration, inHours } from '../sla/duration.ts';
import { PRIORITY_OF } from '../tickets/priorities.ts';
import type { Condition } from './models.ts';
import { CategoryEscalation, withAssignment, withCategories } from './narrowing.ts';

const TARGETS = { first_answer: 'first', next_answer: 'next', solution: 'solution' } as const;
const CONDITIONS = {
  share: 'share',
  missed: 'missed',
  unassigned: 'unassigned',
  customer_waits: 'desk',
  waiting: 'waiting',
  reopened: 'reopened',
} as const satisfies Record<string, Condition>;

const Duration = duration(['min', 'h'], '30 min or 2 h');
const TIMED = ['unassigned', 'customer_waits', 'waiting'];

const Level = z
  .strictObject({
    name: Text.describe('What technicians read'),
    when: z
      .enum(['share', 'missed', 'unassigned', 'customer_waits', 'waiting', 'reopened'])
      .describe('When it acts: a share of the time is used, a target is missed, …'),
    of: z
      .enum(['first_answer', 'next_answer', 'solution'])
      .optional()
      .describe(
        'Of which of the policy’s targets, for share and missed; of each of them where none is named',
      ),
    share: z.int().min(1).max(99).optional().describe('Percent of the time, for share; 75 unless told'),
    after: Duration.optional().describe(
      'How much later than the miss, or for how long: hours, or 30 min, 2 h; in working hours of the ticket’s policy or team',
    ),
    times: z.int().min(1).optional().describe('How many times, for reopened; 2 unless told'),
    teams: z.array(referenceTo('teams.teams')).default([]).describe('Tickets of one of these teams'),
    categories: z
      .array(referenceTo('categories.categories'))
      .default([])
      .describe('Tickets of one of these categories, or what belongs to it'),
    from_priority: z
      .enum(['low', 'normal', 'high', 'urgent'])
      .optional()
      .describe('Tickets of this priority and higher ones'),
    activity: z.enum(['assignee', 'leader']).optional().describe('Whose activity it becomes'),
    mail: z.boolean().default(false).describe('A mail to whomever mail.tells names for escalating'),
    raise_to: z.enum(['normal', 'high', 'urgent']).optional().describe('The priority that it gets at least'),
    hand_on: z
      .boolean()
      .default(false)
      .describe('Goes to whomever its team’s rule under assignment gives it'),
    tags: z.array(referenceTo('teams.tags')).default([]).describe('Tags that it gets'),
  })
  .refine(
    ({ when, after }) => !TIMED.includes(when) || after !== undefined,
    'must say after how long, such as after: 4 h',
  )
  .refine(
    ({ activity, mail, raise_to, hand_on, tags }) =>
      activity !== undefined || mail || raise_to !== undefined || hand_on || tags.length > 0,
    'must do something: activity, mail, raise_to, hand_on or tags',
  );
type Level = z.output<typeof Level>;

const part = defineConfig({
  key: 'escalation',
  schema: z
    .strictObject({
      levels: namedEntries(ConfigId, Level).describe(
        'When a ticket needs attention, and what is done then. Each level acts once in a run of the clock',
      ),
    })
    .describe('Levels of escalation that `apply` hands out once. From then on they are changed in Odoo'),
  records: ({ levels }) =>
    Object.entries(levels).map(([name, level], position) => toRecord(name, level, (position + 1) * 10)),
});

/** The levels an organisation begins with: its own once they are handed out. */
export const escalationConfig: ConfigPart = {
  ...part,
  problems: (config) =>
    Object.entries(part.of(config).levels).flatMap(([name, { categories, hand_on }]) => [
      ...(categories.length > 0 && !isAddonOn(config, 'categories') ? [needs(name, 'categories')] : []),
      ...(hand_on && !isAddonOn(config, 'assignment') ? [needs(name, 'hand_on', 'assignment')] : []),
    ]),
  declares: (config) => [
    ...(isAddonOn(config, 'categories') ? [withCategories] : []),
    ...(isAddonOn(config, 'assignment') ? [withAssignment] : []),
  ],
};

const needs = (level: string, key: string, addon = key) => ({
  path: ['levels', level, key],
  message: `needs the addon ${addon}, which is off`,
});

function toRecord(name: string, level: Level, sequence: number): RecordDeclaration {
  return defineRecord(CategoryEscalation, {
    id: `escalation__${name}`,
    values: {
      x_name: sourceText(level.name),
      x_sequence: sequence,
      x_when: CONDITIONS[level.when],
      ...(level.of === undefined ? {} : { x_target: TARGETS[level.of] }),
      ...(level.share === undefined ? {} : { x_share: level.share }),
      x_hours: inHours(level.after ?? 0),
      ...(level.times === undefined ? {} : { x_times: level.times }),
      x_team_ids: { refs: level.teams.map((team) => `team__${team}`) },
      ...(level.categories.length === 0
        ? {}
        : { x_category_ids: { refs: level.categories.map((category) => `category__${category}`) } }),
      ...(level.from_priority === undefined ? {} : { x_from_priority: PRIORITY_OF[level.from_priority] }),
      ...(level.activity === undefined ? {} : { x_activity: level.activity }),
      x_mails: level.mail,
      ...(level.raise_to === undefined ? {} : { x_raise_to: PRIORITY_OF[level.raise_to] }),
      x_hands_on: level.hand_on,
      x_add_tag_ids: { refs: level.tags.map((tag) => `tag__${tag}`) },
    },
    translations: { x_name: translationsOf(level.name) },
  });
}
