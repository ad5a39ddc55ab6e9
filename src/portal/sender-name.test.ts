import { expect, test } from 'vitest';
import { senderName } from './sender-name.ts';

test.each([
  ['"Fernwood IT" <support@fernwood.example>', 'Fernwood IT'],
  ['Zoë van Dam <zoe@example.com>', 'Zoë van Dam'],
  ['"Doe, Jane \\"JD\\"" <jane@example.com>', 'Doe, Jane "JD"'],
  ['"jane@example.com" <jane@example.com>', 'jane'],
  ['<jane@example.com>', 'jane'],
  ['jane@example.com', 'jane'],
  ['Jane', 'Jane'],
  ['', '?'],
  [' <> ', '?'],
])('%j is signed %j', (from, name) => {
  expect(senderName(from)).toBe(name);
});
