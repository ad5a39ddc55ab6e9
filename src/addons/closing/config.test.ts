import { expect, test } from 'vitest';
import { createConfigFiles } from '../../config/config-files.ts';
import { loadConfig } from '../../config/load-config.ts';
import { addons } from '../index.ts';
import { closingConfig } from './config.ts';

const load = (more: string) =>
  loadConfig(
    './desk.yaml',
    {
      ...createConfigFiles(),
      read: () => `
${more}
sla:
  hours:
    office: { name: Office, zone: Europe/Amsterdam, open: { monday: ['09:00-17:00'] } }
closing:
  everywhere: { close_after: 5, hours: office }`,
    },
    addons,
  );

test('a rule counts the days of the hours that it names', () => {
  const { problems, values } = load('');

  expect(problems).toEqual([]);
  const records = closingConfig.records(values);
  expect(records.find(({ id }) => id === 'closing_rule__everywhere')?.values).toMatchObject({
    x_close_days: 5,
    x_calendar_id: { ref: 'calendar__office' },
  });
});

test('it says where nobody brings them', () => {
  expect(JSON.stringify(load('addons: { sla: false }').problems)).toContain(
    'needs the addon sla, which is off',
  );
});
