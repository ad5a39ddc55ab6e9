import { defineServerAction, readCode, toExternalId } from '../../schema/index.ts';
import { EVERY_TECHNICIAN } from '../tickets/grant-access.ts';
import { Ticket } from '../tickets/models.ts';
import { TRY_TOGETHER_PYTHON } from '../tickets/try-together.ts';
import { Play, PlayUse } from './models.ts';
import { PlayRun } from './run-model.ts';
import {
  DESCRIBE_PYTHON,
  NAMES_PYTHON,
  OPEN_PYTHON,
  PLAY_PYTHON,
  WORDS_PYTHON,
  WRITE_ALIKE_PYTHON,
} from './scripts.ts';
import { VARIABLE_TEXTS } from './variables.ts';

const groups = [EVERY_TECHNICIAN];
/** Tickets at once: what takes longer than a page waits for an answer is done twice. */
const MOST = '500';

/** In the context of what takes a play back: that is no reopening. */
export const UNDOING = 'supportdesk_undoing';

/** Tickets that are played behind one savepoint: what Odoo works out afterwards costs it much for one and little more for many. */
const CHUNK = '50';
/** Up to so many answers Odoo writes the mails at once; of more some moments later. */
const FEW = '10';

const form = toExternalId('play_run_form');
const run = PlayRun.name;
const undo_uses = readCode(import.meta.url, 'undo-uses', {
  write_alike: WRITE_ALIKE_PYTHON,
  undoing: UNDOING,
});

export const DOES = ['tags', 'untags', 'steps', 'followUp'].map((what) => `plays.does.${what}`);
const REFUSALS = ['merged', 'team', 'stage', 'nobody', 'gaps'].map((why) => `plays.refused.${why}`);
const UNDONE = [
  'plays.undone',
  'plays.left',
  'plays.left.items',
  'plays.left.activity',
  'plays.left.sent',
  'plays.nothingToUndo',
];

export const CHOOSE_SAYS = [...DOES, ...VARIABLE_TEXTS, ...REFUSALS];
export const CHOOSE_PYTHON = readCode(import.meta.url, 'choose', {
  play: PLAY_PYTHON,
  describe: DESCRIBE_PYTHON,
});

const undo = (id: string, label: string, model: string, uses: string, menuOf: readonly 'list'[] = []) =>
  defineServerAction({
    id,
    label,
    model,
    groups,
    menuOf,
    says: UNDONE,
    code: readCode(import.meta.url, 'undo', {
      names: NAMES_PYTHON,
      undo_uses,
      try_together: TRY_TOGETHER_PYTHON,
      uses,
      chunk: CHUNK,
    }),
  });

const startOpening = (id: string, label: string, model: string, values: string) =>
  defineServerAction({
    id,
    label,
    model,
    groups,
    says: ['plays.open'],
    code: readCode(import.meta.url, 'start-opening', {
      run,
      values,
      form: toExternalId('play_opening_form'),
    }),
  });

const showUses = (id: string, label: string, narrowing: string) =>
  defineServerAction({
    id,
    label,
    model: Play.name,
    groups,
    code: readCode(import.meta.url, 'show-uses', { use: PlayUse.name, narrowing }),
  });

export const serverActions = [
  defineServerAction({
    id: 'action_play_start',
    label: 'Play',
    model: Ticket.name,
    groups,
    says: ['plays.play', 'plays.tooMany'],
    code: readCode(import.meta.url, 'start', { run, form, most: MOST }),
  }),
  defineServerAction({
    id: 'action_play_look',
    label: 'Support plays: show what a play would do',
    model: run,
    groups,
    says: ['plays.play', ...CHOOSE_SAYS],
    code: readCode(import.meta.url, 'look', { play: PLAY_PYTHON, describe: DESCRIBE_PYTHON, form }),
  }),
  defineServerAction({
    id: 'action_play_apply',
    label: 'Support plays: play it',
    model: run,
    groups,
    says: ['plays.isDone', 'plays.choose', 'plays.played', 'plays.refused', ...CHOOSE_SAYS],
    code: readCode(import.meta.url, 'apply', {
      play: PLAY_PYTHON,
      try_together: TRY_TOGETHER_PYTHON,
      few: FEW,
      describe: DESCRIBE_PYTHON,
      form,
      chunk: CHUNK,
    }),
  }),
  undo('action_play_undo', 'Take Back', PlayUse.name, 'records', ['list']),
  undo(
    'action_play_run_undo',
    'Support plays: take back what was just played',
    run,
    `env['${PlayUse.name}'].search([('x_run_id', '=', record.id)])`,
  ),
  startOpening('action_play_open', 'New from a Play', Ticket.name, '{}'),
  startOpening('action_play_open_this', 'New Ticket', Play.name, "{'x_play_id': record.id}"),
  defineServerAction({
    id: 'action_play_create',
    label: 'Support plays: open a ticket by a play',
    model: run,
    groups,
    says: ['plays.isDone', 'plays.choose', 'plays.noSubject'],
    code: readCode(import.meta.url, 'create-ticket', { words: WORDS_PYTHON, open: OPEN_PYTHON }),
  }),
  showUses('action_play_uses_of', 'Tickets That a Play Was Played On', ''),
  showUses(
    'action_play_reopened_of',
    'Tickets That Were Reopened after a Play',
    ", ('x_reopened_at', '!=', False)",
  ),
];
