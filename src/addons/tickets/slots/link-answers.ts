import { defineSlot } from '../../../lib/slot.ts';

/** Contributed once where the desk lets the reader of a shared link answer. */
export const linkAnswers = defineSlot<object>('link answers');
