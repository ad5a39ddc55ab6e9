import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { defineSlot } from '../lib/slot.ts';
import { defineConfig } from '../schema/index.ts';
import type { Addon } from './addon.ts';
import { applyConfig } from './apply-config.ts';

const greetings = defineSlot<{ readonly text: string }>('greetings');
const config = defineConfig({
  key: 'desk',
  schema: z.strictObject({ name: z.string().default('Desk') }),
  records: ({ name }) => [{ id: 'desk', model: 'x_desk', values: { x_name: name } }],
  declares: ({ name }) => [{ name: `more of ${name}` }],
  contributes: ({ name }) => [greetings.with({ text: name })],
});
const first = { id: 'first', model: 'x_desk', values: {} };
const translations = { nl_NL: { Desk: 'Balie' } };
const desk: Addon = {
  declaration: { name: 'desk', records: [first], translations },
  contributes: [greetings.with({ text: 'Hello' })],
  config,
};
const plain: Addon = { declaration: { name: 'plain', depends: ['desk'] } };

describe('applyConfig', () => {
  test('adds what decisions make of an addon to what it is', () => {
    const [configured, more, other] = applyConfig([desk, plain], { desk: { name: 'IT' } });

    expect(configured?.declaration.records).toEqual([
      first,
      { id: 'desk', model: 'x_desk', values: { x_name: 'IT' } },
    ]);
    expect(greetings.of(configured?.contributes ?? [])).toEqual([{ text: 'Hello' }, { text: 'IT' }]);
    expect(more).toMatchObject({ declaration: { name: 'more of IT', translations } });
    expect(other).toBe(plain);
  });

  test('lets the part’s own defaults hold where nobody decided', () => {
    expect(applyConfig([desk], {})[1]?.declaration.name).toBe('more of Desk');
  });

  test('leaves out what is off, and all that its part would bring', () => {
    expect(applyConfig([desk, plain], { addons: { desk: false }, desk: { name: 'IT' } })).toEqual([plain]);
  });
});
