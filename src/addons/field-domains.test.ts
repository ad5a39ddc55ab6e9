import { expect, test } from 'vitest';
import { z } from 'zod';
import { addons } from './index.ts';

const Fields = z.record(z.string(), z.object({ domain: z.string().optional() }));

/** Odoo evaluates it as it takes the field in, with no record at hand: what needs one stands in the form. */
test('no field is limited by a domain that names anything', () => {
  const models = addons.flatMap(({ declaration }) => declaration.models ?? []);
  const named = models.flatMap((model) => {
    const fields = Fields.parse('fields' in model ? model.fields : {});
    return Object.entries(fields).flatMap(([field, { domain = '' }]) => {
      const words = domain.replace(/'[^']*'|"[^"]*"/g, '').match(/[A-Za-z_]\w*/g) ?? [];
      return words.some((word) => !['True', 'False', 'None'].includes(word))
        ? [`${model.name}.${field}`]
        : [];
    });
  });

  expect(named).toEqual([]);
});
