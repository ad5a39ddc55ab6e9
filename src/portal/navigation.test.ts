import { setImmediate as answered } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createSilentLog } from '../../test/support/create-silent-log.ts';
import type { Odoo } from '../odoo/model-api.ts';
import { createNavigation } from './navigation.ts';

test('an entry that leads to nothing is left out once Odoo has said so, and stays where it says nothing', async () => {
  let now = 0;
  let offers: () => Promise<boolean> = async () => false;
  let asked = 0;
  const entries = [
    { href: '/my/tickets', label: 'tickets.title' },
    {
      href: '/my/loans',
      label: 'tickets.title',
      isOffered: () => {
        asked += 1;
        return offers();
      },
    },
  ] as const;
  const clock = { now: () => new Date(now) };
  const navigation = createNavigation(entries, { service: {} as Odoo, clock, log: createSilentLog() });
  const shown = () => navigation().map(({ href }) => href);

  expect(shown()).toEqual(['/my/tickets', '/my/loans']);
  await answered();
  expect(shown()).toEqual(['/my/tickets']);

  now += 60_000;
  offers = async () => {
    throw new Error('Odoo is gone');
  };
  shown();
  await answered();
  expect(shown()).toEqual(['/my/tickets']);
  expect(asked).toBe(2);
});
