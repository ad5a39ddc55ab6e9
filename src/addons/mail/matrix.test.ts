import { describe, expect, test } from 'vitest';
import { mailConfig } from './config.ts';
import { describeEvent, EVENT_NAMES, isOutside } from './matrix.ts';
import { templates } from './templates.ts';

/** Who is told where nobody says otherwise: a change here is a change for every customer. */
const USUAL = {
  opened: 'customer team',
  answered_by_desk: '',
  answered_by_customer: 'team',
  assigned: 'assignee',
  stage: 'customer',
  waiting: '',
  reminded: 'customer',
  solved: 'customer',
  closed: 'customer',
  rating: 'customer',
  escalating: 'assignee team leader',
  merged: '',
};

test.each(EVENT_NAMES)('%s is told to whom it should be, and to nobody who may not be', (name) => {
  const { tells, may } = describeEvent(name);

  expect(tells.join(' ')).toBe(USUAL[name]);
  expect(tells.filter((role) => !may.includes(role))).toEqual([]);
});

test('what is the desk’s own business can never be told outside', () => {
  for (const name of ['assigned', 'escalating'] as const) {
    expect(describeEvent(name).may.filter(isOutside)).toEqual([]);
  }
});

describe('an organisation', () => {
  const rules = (config: object) =>
    Object.fromEntries(
      mailConfig.records({ mail: config }).map(({ id, values }) => [id.replace('mail_rule__', ''), values]),
    );

  test('begins with the usual, and with templates that are there', () => {
    const ids = templates.map(({ id }) => id);

    for (const [name, values] of Object.entries(rules({}))) {
      const told = ['customer', 'copied', 'assignee', 'team', 'leader'].filter((role) => values[`x_${role}`]);
      expect({ name, told: told.join(' ') }).toEqual({ name, told: USUAL[name as keyof typeof USUAL] });
      for (const value of Object.values(values)) {
        if (typeof value === 'object' && 'ref' in value) expect(ids).toContain(value.ref);
      }
    }
  });

  test('says otherwise for one event alone', () => {
    const { opened, solved } = rules({ tells: { opened: ['customer'] } });

    expect(opened).toMatchObject({ x_customer: true, x_team: false });
    expect(solved).toMatchObject({ x_customer: true });
  });

  test('learns whom an event cannot be told', () => {
    const problems = mailConfig.problems({ mail: { tells: { escalating: ['customer'] } } }, []);

    expect(problems).toEqual([
      {
        path: ['tells', 'escalating', '0'],
        message: 'customer cannot be told of this; these can: assignee, team, leader',
      },
    ]);
  });
});
