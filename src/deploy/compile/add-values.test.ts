import { expect, test } from 'vitest';
import { defineRecord } from '../../schema/index.ts';
import { addValues } from './add-values.ts';

test('hands out a record with what other addons add to it, and adds to nothing that is not there', () => {
  const team = defineRecord('x_support.team', { id: 'team__it', values: { x_name: 'IT', x_cap: 1 } });
  const more = (id: string) => ({
    ...defineRecord('x_support.team', { id, values: { x_cap: 4, x_by: 'turn' } }),
    adds: true,
  });

  const [teams, assignment] = addValues([
    { name: 'teams', records: [team] },
    { name: 'assignment', records: [more('team__it'), more('team__gone')] },
  ]);

  expect(teams?.records).toEqual([{ ...team, values: { x_name: 'IT', x_cap: 4, x_by: 'turn' } }]);
  expect(assignment?.records).toEqual([]);
});
