import { z } from 'zod';
import {
  type AddonDeclaration,
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
import { PRIORITY_OF } from '../tickets/priorities.ts';
import { duration, inHours } from './duration.ts';
import { calendarRecords, Hours, hoursPerDay } from './hours.ts';
import { CategoryPolicy, CategorySlaTicket, slaTicketWith } from './models.ts';
import { categoryAutomations, stageAutomations } from './policy-actions.ts';
import { categoryViews } from './views.ts';

const Duration = duration(['min', 'h', 'd'], '30 min, 2 h or 1 d');
const promise = (what: string) =>
  Duration.optional().describe(
    `${what}: hours, or 30 min, 2 h, 1 d. A day is a day of the hours that count, or 24 hours where none are named`,
  );

const PolicyConfig = z
  .strictObject({
    name: Text.describe('What technicians read'),
    priority: z.enum(['low', 'normal', 'high', 'urgent']).optional().describe('Tickets of this priority'),
    teams: z.array(referenceTo('teams.teams')).default([]).describe('Tickets of one of these teams'),
    tags: z.array(referenceTo('teams.tags')).default([]).describe('Tickets with one of these tags'),
    categories: z
      .array(referenceTo('categories.categories'))
      .default([])
      .describe('Tickets of one of these groups of categories, or of what belongs to them'),
    service_level: z
      .enum(['standard', 'premium', 'vip'])
      .optional()
      .describe('Tickets of customers of this level; those without one have the standard level'),
    no_deadlines: z
      .boolean()
      .default(false)
      .describe('Promises nothing to tickets that meet the conditions, whatever policies below say'),
    hours: referenceTo('sla.hours')
      .optional()
      .describe('The hours that count; day and night where none are named'),
    first_answer: promise('Until the desk’s first public word'),
    next_answer: promise('Until the desk answers what the customer wrote since'),
    solution: promise('Until the ticket is done, leaving out the time in which it waits'),
  })
  .refine(
    ({ no_deadlines, first_answer, next_answer, solution }) =>
      no_deadlines !== [first_answer, next_answer, solution].some((target) => target !== undefined),
    'must promise a first answer, a next answer or a solution, or say no_deadlines',
  );
type PolicyConfig = z.output<typeof PolicyConfig>;
type AllHours = Readonly<Record<string, Hours>>;

const part = defineConfig({
  key: 'sla',
  schema: z
    .strictObject({
      hours: namedEntries(ConfigId, Hours).describe(
        'Working hours, by name: calendars of Odoo’s, that policies count time in',
      ),
      policies: namedEntries(ConfigId, PolicyConfig).describe(
        'What tickets are promised. Of the policies that fit a ticket the first one holds',
      ),
    })
    .describe('Hours and policies that `apply` hands out once. From then on they are changed in Odoo'),
  records: ({ hours, policies }) => [
    ...Object.entries(hours).flatMap(([name, one]) => calendarRecords(name, one)),
    ...Object.entries(policies).map(([name, policy], position) =>
      policyRecord(name, policy, (position + 1) * 10, hours),
    ),
  ],
});

const withStages: AddonDeclaration = {
  name: 'sla',
  models: [slaTicketWith({ hasStages: true, hasVisits: false })],
  automations: stageAutomations,
};
/** It comes and goes with the other addon. */
const withVisits = (hasStages: boolean): AddonDeclaration => ({
  name: 'appointments',
  models: [slaTicketWith({ hasStages, hasVisits: true })],
});
const withCategories: AddonDeclaration = {
  name: 'sla',
  models: [CategoryPolicy, CategorySlaTicket],
  automations: categoryAutomations,
  views: categoryViews,
};

/** Hours and policies an organisation begins with: its own once they are handed out. */
export const slaConfig: ConfigPart = {
  ...part,
  problems: (config) =>
    isAddonOn(config, 'categories')
      ? []
      : Object.entries(part.of(config).policies)
          .filter(([, { categories }]) => categories.length > 0)
          .map(([name]) => ({
            path: ['policies', name, 'categories'],
            message: 'needs the addon categories, which is off',
          })),
  // Other addons say where the clock stands still.
  declares: (config) => [
    ...(isAddonOn(config, 'stages') ? [withStages] : []),
    ...(isAddonOn(config, 'appointments') ? [withVisits(isAddonOn(config, 'stages'))] : []),
    ...(isAddonOn(config, 'categories') ? [withCategories] : []),
  ],
};

function policyRecord(
  name: string,
  policy: PolicyConfig,
  sequence: number,
  hours: AllHours,
): RecordDeclaration {
  const calendar = policy.hours === undefined ? undefined : hours[policy.hours];
  const toHours = (target: z.output<typeof Duration> | undefined) =>
    target === undefined ? 0 : inHours(target, calendar ? hoursPerDay(calendar) : 24);
  return defineRecord(CategoryPolicy, {
    id: `sla__${name}`,
    values: {
      x_name: sourceText(policy.name),
      x_sequence: sequence,
      ...(policy.priority === undefined ? {} : { x_priority: PRIORITY_OF[policy.priority] }),
      x_team_ids: { refs: policy.teams.map((team) => `team__${team}`) },
      x_tag_ids: { refs: policy.tags.map((tag) => `tag__${tag}`) },
      ...(policy.categories.length === 0
        ? {}
        : { x_category_ids: { refs: policy.categories.map((category) => `category__${category}`) } }),
      ...(policy.service_level === undefined ? {} : { x_service_level: policy.service_level }),
      x_is_exception: policy.no_deadlines,
      ...(policy.hours === undefined ? {} : { x_calendar_id: { ref: `calendar__${policy.hours}` } }),
      x_first_hours: toHours(policy.first_answer),
      x_next_hours: toHours(policy.next_answer),
      x_solution_hours: toHours(policy.solution),
    },
    translations: { x_name: translationsOf(policy.name) },
  });
}
