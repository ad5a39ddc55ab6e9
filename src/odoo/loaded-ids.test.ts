import { describe, expect, test } from 'vitest';
import { getLoadedIds } from './loaded-ids.ts';

const names = { what: 'the files', rows: ['one.txt', 'two.txt'], help: 'Look closer.' };
const fault = (message: string, record?: number) => ({ type: 'error', message, record });

describe('getLoadedIds', () => {
  test('answers the ids in the order of the rows', () => {
    expect(getLoadedIds({ ids: [7, 5], messages: [] }, names)).toEqual([7, 5]);
  });

  test('says what Odoo has against a row, and helps', () => {
    const refused = { ids: false, messages: [fault('too large', 1)] } as const;

    expect(() => getLoadedIds(refused, names)).toThrow(
      expect.objectContaining({
        code: 'odoo_validation',
        message: 'Odoo refuses the files: two.txt: too large',
        help: 'Look closer.',
      }),
    );
  });

  test('gives each of several faults its line', () => {
    const refused = { ids: false, messages: [fault('too large', 0), fault('no room left')] } as const;

    expect(() => getLoadedIds(refused, names)).toThrow(
      'Odoo refuses the files:\none.txt: too large\nno room left',
    );
  });

  test('invents no id where Odoo names fewer records than it was given', () => {
    expect(() => getLoadedIds({ ids: [7], messages: [] }, names)).toThrow(
      'Odoo has written the files, but names 1 records for 2 rows',
    );
  });
});
