import { expect, test } from 'vitest';
import { LIFE, renderStateDecorations, renderStateFilters, STATE_ORDER } from './life.ts';

test('sorted by its status, a ticket that is done comes last', () => {
  expect(STATE_ORDER).toBe('x_state desc');
  expect(Object.keys(LIFE).sort().reverse().at(-1)).toBe('done');
});

test('Odoo’s badges and filters have one entry a status', () => {
  for (const [state, { tone }] of Object.entries(LIFE)) {
    expect(renderStateDecorations()).toContain(`decoration-${tone}="x_state == '${state}'"`);
    expect(renderStateFilters()).toContain(`domain="[('x_state', '=', '${state}')]"`);
  }
});
