import { z } from 'zod';
import { textToHtml } from '../../lib/html.ts';
import {
  ConfigId,
  type ConfigPart,
  defineConfig,
  defineParameter,
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
import { CHECKLIST_PARAMETER } from './automations.ts';
import { PlayStep, PlayText } from './models.ts';
import { CategoryPlay, withCategories, withStages } from './narrowing.ts';
import { findUnknownVariables } from './variables.ts';

const PlayConfig = z.strictObject({
  name: Text.describe('What technicians read'),
  teams: z
    .array(referenceTo('teams.teams'))
    .default([])
    .describe('Whose tickets it is for; those of all teams where none is named'),
  text: Text.optional().describe(
    'What it says, in each language; blank lines part paragraphs, and names in double braces are filled in, such as {{customer}}',
  ),
  as: z
    .enum(['answer', 'note'])
    .default('answer')
    .describe('Whether the text goes to the customer or stands as an internal note'),
  subject: Text.optional().describe('The subject of tickets that are opened by it'),
  shortcut: z
    .string()
    .trim()
    .min(1)
    .optional()
    .describe('What is typed behind a colon to insert the text; its name unless told'),
  status: z
    .enum(['new', 'in_progress', 'waiting', 'done'])
    .optional()
    .describe('The status that tickets get; with stages, say stage'),
  stage: referenceTo('stages.stages').optional().describe('The stage that tickets get'),
  priority: z.enum(['low', 'normal', 'high', 'urgent']).optional().describe('The priority that tickets get'),
  team: referenceTo('teams.teams').optional().describe('The team that tickets get'),
  category: z
    .string()
    .regex(
      /^[a-z][a-z0-9_]*(?:\.[a-z][a-z0-9_]*)?$/,
      'must be a group and what belongs to it, such as hardware.printer',
    )
    .optional()
    .describe('The category that tickets get: a group and what belongs to it, such as hardware.printer'),
  assign: z.enum(['me', 'nobody']).optional().describe('Who is assigned: whoever plays it, or nobody'),
  tags: z.array(referenceTo('teams.tags')).default([]).describe('Tags that tickets get'),
  untag: z.array(referenceTo('teams.tags')).default([]).describe('Tags that they lose'),
  checklist: z.array(Text).default([]).describe('Steps that are to be ticked off'),
  checklist_before_closing: z
    .boolean()
    .default(false)
    .describe('Whether tickets are closed only once these steps are done'),
  follow_up: z
    .strictObject({
      what: Text.describe('What is to be done then'),
      days: z.int().min(0).max(3650).default(3).describe('In how many days'),
    })
    .optional()
    .describe('An activity for the assignee'),
});
type PlayConfig = z.output<typeof PlayConfig>;

const part = defineConfig({
  key: 'plays',
  schema: z
    .strictObject({
      plays: namedEntries(ConfigId, PlayConfig).describe(
        'What technicians do again and again: words, changes, a checklist, what follows',
      ),
      checklist_before_closing: z
        .boolean()
        .default(false)
        .describe('Whether no ticket is closed by the desk before its whole checklist is done'),
    })
    .describe('Plays that `apply` hands out once. From then on they are changed in Odoo'),
  records: ({ plays }) =>
    Object.entries(plays).flatMap(([name, play], position) => toRecords(name, play, (position + 1) * 10)),
});

/** The plays an organisation begins with: its own once they are handed out. */
export const playsConfig: ConfigPart = {
  ...part,
  problems: (config) =>
    Object.entries(part.of(config).plays).flatMap(([name, play]) => findProblems(config, name, play)),
  declares: (config) => [
    {
      name: 'plays',
      parameters: [
        defineParameter({
          id: 'parameter_checklist_before_closing',
          key: CHECKLIST_PARAMETER,
          value: part.of(config).checklist_before_closing ? '1' : '0',
        }),
      ],
    },
    ...(isAddonOn(config, 'stages') ? [withStages] : []),
    ...(isAddonOn(config, 'categories') ? [withCategories] : []),
  ],
};

function findProblems(config: Parameters<ConfigPart['of']>[0], name: string, play: PlayConfig) {
  const path = ['plays', name];
  const unknown = [play.text, play.subject].flatMap((text) => textsOf(text).flatMap(findUnknownVariables));
  const hasStages = isAddonOn(config, 'stages');
  return [
    ...unknown.map((variable) => ({ path, message: `there is nothing to fill in for {{${variable}}}` })),
    ...(play.stage !== undefined && !hasStages
      ? [{ path: [...path, 'stage'], message: 'needs the addon stages, which is off: say status' }]
      : []),
    ...(play.status !== undefined && hasStages
      ? [{ path: [...path, 'status'], message: 'there are stages: say stage' }]
      : []),
    ...(play.category !== undefined && !isAddonOn(config, 'categories')
      ? [{ path: [...path, 'category'], message: 'needs the addon categories, which is off' }]
      : []),
  ];
}

const textsOf = (text: Text | undefined): readonly string[] =>
  text === undefined
    ? []
    : typeof text === 'string'
      ? [text]
      : Object.values(text).flatMap((one) => (one === undefined ? [] : [one]));

function toRecords(name: string, play: PlayConfig, sequence: number): readonly RecordDeclaration[] {
  const id = `play__${name}`;
  const { text, subject, follow_up } = play;
  const refer = (kind: string, to: string | undefined) =>
    to === undefined ? undefined : { ref: `${kind}__${to}` };
  const values = {
    x_name: sourceText(play.name),
    x_sequence: sequence,
    x_team_ids: { refs: play.teams.map((team) => `team__${team}`) },
    x_text: text === undefined ? undefined : textToHtml(sourceText(text)),
    x_text_as: play.as,
    x_subject: subject === undefined ? undefined : sourceText(subject),
    x_shortcut: play.shortcut,
    x_to_state: play.status,
    x_to_stage_id: refer('stage', play.stage),
    x_to_priority: play.priority === undefined ? undefined : PRIORITY_OF[play.priority],
    x_to_team_id: refer('team', play.team),
    x_to_category_id: refer('category', play.category?.replace('.', '__')),
    x_assigns: play.assign,
    x_tag_ids: { refs: play.tags.map((tag) => `tag__${tag}`) },
    x_untag_ids: { refs: play.untag.map((tag) => `tag__${tag}`) },
    x_asks_checklist: play.checklist_before_closing,
    x_follow_up: follow_up === undefined ? undefined : sourceText(follow_up.what),
    x_follow_up_days: follow_up?.days,
  };
  return [
    defineRecord(CategoryPlay.name, {
      id,
      values,
      translations: {
        x_name: translationsOf(play.name),
        ...(subject === undefined ? {} : { x_subject: translationsOf(subject) }),
        ...(follow_up === undefined ? {} : { x_follow_up: translationsOf(follow_up.what) }),
      },
    }),
    ...textRecords(id, text),
    ...play.checklist.map((step, position) =>
      defineRecord(PlayStep, {
        id: `${id}__step_${position + 1}`,
        values: { x_play_id: { ref: id }, x_name: sourceText(step), x_sequence: (position + 1) * 10 },
        translations: { x_name: translationsOf(step) },
      }),
    ),
  ];
}

/** A line for each language that reads otherwise; Odoo knows them all, whether anybody speaks them there or not. */
function textRecords(play: string, text: Text | undefined): readonly RecordDeclaration[] {
  if (text === undefined || typeof text === 'string') return [];
  const source = sourceText(text);
  return Object.entries(text).flatMap(([language, words]) =>
    words === undefined || words === source
      ? []
      : [
          defineRecord(PlayText, {
            id: `${play}__text_${language}`,
            values: {
              x_play_id: { ref: play },
              x_lang_id: { ref: `base.lang_${language}` },
              x_text: textToHtml(words),
            },
          }),
        ],
  );
}
