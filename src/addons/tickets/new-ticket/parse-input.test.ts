import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { FormInput } from '../slots/form-input.ts';
import { parseInput } from './parse-input.ts';

const column = 'x_a';
const OPTIONS = [{ value: '7', name: 'Seven' }];
const SELECT = {
  kind: 'select',
  column,
  options: OPTIONS,
  none: 'ticket.choice.none',
  error: 'ticket.error.choice',
} as const;

test.each<[FormInput, string, string | undefined]>([
  [{ kind: 'text', column }, ' a ', 'a'],
  [{ kind: 'text', column }, '  ', undefined],
  [{ kind: 'checkbox', column }, '1', '1'],
  [{ kind: 'checkbox', column }, '', '0'],
  [{ kind: 'date', column }, '2028-02-29', '2028-02-29'],
  [{ kind: 'number', column }, '+007', '7'],
  [{ kind: 'number', column }, '-2147483647', '-2147483647'],
  [SELECT, '7', '7'],
  [SELECT, '', undefined],
])('%j takes %j', (input, sent, cell) => {
  expect(parseInput(input, sent, OPTIONS)).toEqual({ cell, error: undefined });
});

test.each<[FormInput, string, string]>([
  [{ kind: 'text', column, isRequired: true }, ' ', 'ticket.error.required'],
  [{ kind: 'text', column, longest: 3 }, 'abcd', 'ticket.error.tooLong'],
  [{ kind: 'longText', column }, 'x'.repeat(20_001), 'ticket.error.tooLong'],
  [{ kind: 'date', column }, '2026-02-29', 'ticket.error.date'],
  [{ kind: 'date', column }, '0001-01-01', 'ticket.error.date'],
  [{ kind: 'number', column }, '2147483648', 'ticket.error.number'],
  [{ kind: 'number', column }, '1.5', 'ticket.error.number'],
  [{ kind: 'number', column, least: 1 }, '0', 'ticket.error.range'],
  [SELECT, '8', 'ticket.error.choice'],
  [{ ...SELECT, isRequired: true }, '', 'ticket.error.required'],
])('%j refuses %j', (input, sent, key) => {
  expect(parseInput(input, sent, OPTIONS)).toMatchObject({ cell: undefined, error: { key } });
});

test('whatever is sent is taken or refused, never both', () => {
  const inputs: readonly FormInput[] = [
    { kind: 'text', column },
    { kind: 'date', column },
    { kind: 'number', column },
    SELECT,
  ];
  fc.assert(
    fc.property(fc.constantFrom(...inputs), fc.string({ unit: 'binary' }), (input, sent) => {
      const { cell, error } = parseInput(input, sent, OPTIONS);

      expect(cell === undefined || error === undefined).toBe(true);
    }),
  );
});
