import { z } from 'zod';
import { defineAskedAction } from '../../actions/asked-action.ts';
import { readCode } from '../../schema/index.ts';
import { FiguresTicket } from './models.ts';
import { ALL_AT_ONCE } from './scripts.ts';

/** Judges tickets anew, by id; one that comes out as it was is not written. */
export const judgeAction = defineAskedAction({
  id: 'action_figures_judge',
  label: 'Support figures: judge tickets',
  model: FiguresTicket.name,
  asked: 'supportdesk_judge',
  code: (asked) => readCode(import.meta.url, 'judge-tickets', { asked, all_at_once: ALL_AT_ONCE }),
  answer: z.object({ count: z.int() }),
});
