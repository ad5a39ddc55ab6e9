import { expect, test } from 'vitest';
import { z } from 'zod';
import { createJsonSchema } from '../../src/config/create-schema.ts';
import { namedEntries } from '../../src/schema/index.ts';
import { listKeys } from './list-keys.ts';

test('lists every key with its meaning, its choices and its default; one of several kinds says whose it is', () => {
  const schema = z.strictObject({
    level: z.enum(['low', 'high']).default('low').describe('How much'),
    fields: namedEntries(
      z.string(),
      z.discriminatedUnion('type', [
        z.strictObject({ type: z.literal('char'), label: z.string().describe('Label') }).describe('A line'),
        z
          .strictObject({
            type: z.literal('date'),
            label: z.string().describe('Label'),
            from: z.string().describe('First'),
          })
          .describe('A day'),
      ]),
    ).describe('Fields'),
  });

  expect(listKeys(createJsonSchema(schema)).map((row) => Object.values(row).join(' | '))).toEqual([
    'level | How much: `low`, `high` | `low`',
    'fields | Fields | ',
    'fields.<name>.type | `char` (a line), `date` (a day) | **required**',
    'fields.<name>.label | Label | **required**',
    'fields.<name>.from | First (`date`) | **required**',
  ]);
});
