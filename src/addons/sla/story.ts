import { z } from 'zod';

/** What a day, or a ticket's whole life where no hours are kept, did to the clock. */
export interface StoryLine {
  /** A day of the calendar; undefined where time counts day and night. */
  readonly day: string | undefined;
  /** The last of several days that were all alike. */
  readonly until: string | undefined;
  readonly kind: 'work' | 'wait' | 'hold' | 'visit' | 'closed' | 'done' | 'earlier';
  readonly seconds: number;
  /** What it is closed for. */
  readonly name: string | undefined;
  /** When the appointment is that it waits for. */
  readonly visitAt: Date | undefined;
}

/** Why a deadline is when it is, as Odoo tells it: `x_sla_story`. */
export interface Story {
  readonly target: 'first' | 'next' | 'solution';
  readonly dueAt: Date | undefined;
  /** Seconds left, where the clock stands still. */
  readonly left: number;
  readonly lines: readonly StoryLine[];
}

const Goal = z.tuple([
  z.literal('goal'),
  z.enum(['first', 'next', 'solution']),
  z.coerce.number(),
  z.enum(['due', 'left']),
]);
const Day = z.tuple([
  z.literal('day'),
  z.union([z.iso.date(), z.literal('-'), z.string().regex(/^[\d-]{10}\/[\d-]{10}$/)]),
  z.enum(['work', 'wait', 'hold', 'visit', 'closed', 'done']),
  z.coerce.number(),
]);

/** @throws ZodError where somebody else wrote it. */
export function parseStory(text: string): Story {
  const [first = '', ...rest] = text.split('\n');
  const [, target, amount, kind] = Goal.parse(first.split(' ').slice(0, 4));
  return {
    target,
    dueAt: kind === 'due' ? new Date(amount * 1000) : undefined,
    left: kind === 'left' ? amount : 0,
    lines: rest.map(parseLine),
  };
}

function parseLine(line: string): StoryLine {
  const words = line.split(' ');
  if (words[0] === 'earlier') {
    return {
      day: undefined,
      until: undefined,
      kind: 'earlier',
      seconds: z.coerce.number().parse(words[1]),
      name: undefined,
      visitAt: undefined,
    };
  }
  const [, day, kind, seconds] = Day.parse(words.slice(0, 4));
  const [from, until] = day.split('/');
  return {
    day: day === '-' ? undefined : from,
    until,
    kind,
    seconds,
    name: kind === 'visit' ? undefined : words.slice(4).join(' ') || undefined,
    visitAt: kind === 'visit' ? new Date(z.coerce.number().parse(words[4]) * 1000) : undefined,
  };
}
