import { expect, test } from 'vitest';
import type { LabelOf } from '../selection-labels.ts';
import { findStateChanges, parseLife } from './state-changes.ts';

const at = (minute: number, second = 0) => new Date(Date.UTC(2026, 0, 1, 10, minute, second));
const step = (tone: string, date: Date | undefined) => ({
  words: tone,
  tone,
  date,
  isReached: date !== undefined,
  isCurrent: false,
});
const labelOf: LabelOf = Object.assign((_field: string, value: unknown) => String(value), {
  statusOf: () => undefined,
});
/** The tones of new, in progress, waiting and done, with their latest moments. */
const timeline = [
  step('info', at(0)),
  step('primary', at(3)),
  step('warning', undefined),
  step('success', at(30)),
];
const shown = (x_life: string | false) =>
  findStateChanges(parseLife({ x_life, x_priority: '1' }), timeline, labelOf).map(
    ({ tone, date }) => `${tone} ${date.getUTCMinutes()}`,
  );

test('tells every change that was noted, a reopening among them', () => {
  const life = [
    '2026-01-01 10:03:01 in_progress',
    '2026-01-01 10:10:00 done',
    '2026-01-01 10:20:00 in_progress',
    '2026-01-01 10:29:59 done',
  ].join('\n');

  expect(shown(life)).toEqual(['primary 3', 'success 10', 'primary 20', 'success 29']);
});

test('tells by the ticket’s dates what nobody noted', () => {
  expect(shown(false)).toEqual(['primary 3', 'success 30']);
  expect(shown('2026-01-01 10:40:00 in_progress')).toEqual(['primary 3', 'success 30', 'primary 40']);
});

test('shows a status that somebody added, and passes over what is no line of it', () => {
  expect(shown('nonsense\n2026-01-01 10:35:00 on_hold\n2026-99-99 10:35:00 done')).toEqual([
    'primary 3',
    'success 30',
    'neutral 35',
  ]);
});

test('calls the status that a ticket is in what its organisation calls it', () => {
  const now = { ...step('warning', at(20)), words: 'Pending', isCurrent: true };
  const life = '2026-01-01 10:10:00 waiting\n2026-01-01 10:15:00 in_progress\n2026-01-01 10:20:00 waiting';
  const changes = findStateChanges(
    parseLife({ x_life: life, x_priority: '1' }),
    [...timeline.slice(0, 2), now],
    labelOf,
  );

  expect(changes.at(-1)?.words).toBe('Pending');
  expect(changes.filter(({ words }) => words === 'Pending')).toHaveLength(1);
});
