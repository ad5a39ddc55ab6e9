import { expect, test } from 'vitest';
import { defineSlot } from './slot.ts';

test('a slot finds what was contributed to it, in order, and nothing else', () => {
  const fields = defineSlot<{ readonly key: string }>('fields');
  const others = defineSlot<{ readonly key: string }>('fields');

  const contributions = [
    fields.with({ key: 'team' }),
    others.with({ key: 'other' }),
    fields.with({ key: 'asset' }),
  ];

  expect(fields.of(contributions)).toEqual([{ key: 'team' }, { key: 'asset' }]);
});
