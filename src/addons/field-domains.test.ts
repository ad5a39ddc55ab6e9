import { expect, test } from 'vitest';
import { addons } from './index.ts';

/** Odoo evaluates it as it takes the field in, with no record at hand: what needs one stands in the form. */
test('no field is limited by a domain that names anything', () => {
  const named = addons.flatMap(({ declaration }) =>
    (declaration.models ?? []).flatMap(({ name, fields }) =>
      Object.entries(fields).flatMap(([field, values]) => {
        const domain = 'domain' in values && typeof values.domain === 'string' ? values.domain : '';
        const words = domain.replace(/'[^']*'|"[^"]*"/g, '').match(/[A-Za-z_]\w*/g) ?? [];
        return words.some((word) => !['True', 'False', 'None'].includes(word)) ? [`${name}.${field}`] : [];
      }),
    ),
  );

  expect(named).toEqual([]);
});
