import { definePersonal } from '../../schema/index.ts';
import { TimeEntry } from './models.ts';

/** Hours stay, and whether they were billed. */
export const personal = [
  definePersonal(TimeEntry, {
    of: ['x_ticket_id'],
    end: 'clear',
    why: 'figures',
    clears: ['x_note'],
    keeps: ['x_line'],
    hides: ['x_line'],
  }),
];
