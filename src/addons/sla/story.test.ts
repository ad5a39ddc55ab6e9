import { describe, expect, test } from 'vitest';
import { explainPanel } from './explain-panel.ts';

const reader = { user: undefined, now: new Date() };
const view = (x_sla_story: string | false, x_state = 'in_progress') =>
  explainPanel.view({ id: 1, ...{ x_state, x_sla_story } }, reader);

describe('the panel of a ticket', () => {
  test('tells each day, and when it is due', () => {
    const story = [
      'goal solution 1772701200 due 2026-03-05T10:00 Europe/Amsterdam',
      'day 2026-03-02 work 10800',
      'day 2026-03-03 closed 0 Carnival Tuesday',
      'day 2026-03-04 wait 28800',
      'day 2026-03-05 work 5400',
    ].join('\n');

    expect(view(story)).toEqual({
      goal: { key: 'sla.panel.solution' },
      dueAt: new Date('2026-03-05T09:00:00Z'),
      left: undefined,
      lines: [
        {
          day: { day: '2026-03-02', style: 'weekday' },
          what: { key: 'sla.panel.hours', values: { hours: 3, minutes: 0 } },
        },
        {
          day: { day: '2026-03-03', style: 'weekday' },
          what: { key: 'sla.panel.closed.named', values: { name: 'Carnival Tuesday' } },
        },
        { day: { day: '2026-03-04', style: 'weekday' }, what: { key: 'sla.panel.wait' } },
        {
          day: { day: '2026-03-05', style: 'weekday' },
          what: { key: 'sla.panel.both', values: { hours: 1, minutes: 30 } },
        },
      ],
    });
  });

  test('tells days on end that were all alike as one', () => {
    const story = ['goal solution 7200 left', 'day 2026-03-02/2026-03-06 wait 144000'].join('\n');

    expect(view(story)).toMatchObject({
      lines: [
        {
          day: { day: '2026-03-02', style: 'weekday' },
          until: { day: '2026-03-06', style: 'weekday' },
          what: { key: 'sla.panel.wait' },
        },
      ],
    });
  });

  test('tells what is left where the clock stands still', () => {
    expect(view('goal solution 1800 left\nday - work 600')).toMatchObject({
      dueAt: undefined,
      left: { key: 'sla.panel.minutes', values: { minutes: 30 } },
      lines: [{ day: undefined, what: { key: 'sla.panel.minutes' } }],
    });
  });

  test('is not there for a ticket that is done, or has no policy', () => {
    expect(view('goal solution 1800 left', 'done')).toBeUndefined();
    expect(view(false)).toBeUndefined();
  });
});
