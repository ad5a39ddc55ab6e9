import { z } from 'zod';
import { defineAskedAction } from '../../actions/asked-action.ts';
import { defineAutomation, defineServerAction, readCode } from '../../schema/index.ts';
import { DONE_STATE } from '../tickets/life.ts';
import { Policy, SlaTicket } from './models.ts';
import { CLOCK } from './scripts.ts';

/** What the tickets follow that are open, and the last change that cannot be seen by looking. */
const FOLLOWED = 'supportdesk.sla_followed';
const NOTED = 'supportdesk.sla_noted';
/** Open and closed tickets, each, that a preview looks at, so that nobody waits long for it. */
const PREVIEW_LIMIT = 5000;

/** What open tickets must follow, and whether they do; told rules that they follow now, it keeps these first. */
export const followAction = defineAskedAction({
  id: 'action_sla_follow',
  label: 'Support deadlines: say what open tickets follow',
  model: Policy.name,
  asked: 'supportdesk_sla_follow',
  code: (asked) => readCode(import.meta.url, 'follow', { asked, followed: FOLLOWED, noted: NOTED }),
  answer: z.object({ rules: z.string(), is_needed: z.boolean() }),
});

/** Open tickets behind an id, so many at most; answers the last of them and how many it were. */
export const recomputeAction = defineAskedAction({
  id: 'action_sla_recompute',
  label: 'Support deadlines: work out those of open tickets anew',
  model: SlaTicket.name,
  asked: 'supportdesk_sla',
  code: (asked) => readCode(import.meta.url, 'recompute', { asked, done: DONE_STATE }),
  answer: z.object({ last: z.int(), count: z.int() }),
});

export const serverActions = [
  defineServerAction({
    id: 'action_sla_explain',
    label: 'Support deadlines: say why',
    model: SlaTicket.name,
    says: [
      'sla.time.hours',
      'sla.time.minutes',
      'sla.time.both',
      ...[0, 1, 2, 3, 4, 5, 6].map((day) => `sla.day.${day}`),
      'sla.earlier',
      'sla.closed',
      'sla.closed.named',
      'sla.wait',
      'sla.hold',
      'sla.visit',
      'sla.done',
      ...['first', 'next', 'solution'].flatMap((target) => [`sla.due.${target}`, `sla.left.${target}`]),
    ],
    code: readCode(import.meta.url, 'say-story'),
  }),
  followAction.declaration,
  recomputeAction.declaration,
  defineServerAction({
    id: 'action_sla_preview',
    label: 'Support policies: show what would change',
    model: Policy.name,
    groups: ['group_administrator'],
    says: ['sla.preview.title', 'sla.preview.open', 'sla.preview.closed', 'sla.preview.newest'],
    code: readCode(import.meta.url, 'preview', {
      clock: CLOCK,
      done: DONE_STATE,
      limit: String(PREVIEW_LIMIT),
    }),
  }),
  defineServerAction({
    id: 'action_sla_apply',
    label: 'Support policies: let open tickets follow',
    model: Policy.name,
    groups: ['group_administrator'],
    says: ['sla.applied'],
    code: readCode(import.meta.url, 'apply-policy', { clock: CLOCK }),
  }),
];

const noteChange = readCode(import.meta.url, 'note-change', { noted: NOTED });

export const automations = [
  defineAutomation({
    id: 'automation_sla_removed',
    label: 'Support policies: tickets follow where one is deleted',
    model: Policy.name,
    trigger: 'on_unlink',
    code: noteChange,
  }),
  defineAutomation({
    id: 'automation_sla_archived',
    label: 'Support policies: tickets follow where one is archived',
    model: Policy.name,
    trigger: 'on_create_or_write',
    fields: ['x_active'],
    filter: "[('x_active', '=', False)]",
    code: readCode(import.meta.url, 'forget-terms', { note: noteChange }),
  }),
];

/** Where there are stages. */
export const stageAutomations = [
  defineAutomation({
    id: 'automation_sla_stage',
    label: 'Support stages: tickets follow where one begins or ceases to stop the clock',
    model: 'x_support.stage',
    trigger: 'on_write',
    fields: ['x_stops_clock'],
    code: noteChange,
  }),
];

/** Where there are categories. */
export const categoryAutomations = [
  defineAutomation({
    id: 'automation_sla_category',
    label: 'Support categories: tickets follow where one comes to another group',
    model: 'x_support.category',
    trigger: 'on_write',
    fields: ['x_parent_id'],
    code: noteChange,
  }),
];
