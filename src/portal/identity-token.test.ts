import { expect, test } from 'vitest';
import { createIdentityTokens } from './identity-token.ts';

const ann = {
  uid: 7,
  partnerId: 42,
  name: 'Ann Ärcher',
  login: 'ann@acme.example',
  lang: 'nl_NL',
  timeZone: undefined,
  isInternal: false,
};
let now = new Date('2026-03-01T10:00:00Z');
const tokens = createIdentityTokens('secret', 'desk', { now: () => now });

test('finds the user that was signed', () => {
  expect(tokens.find(tokens.sign(ann, 'session-1'), 'session-1')).toEqual(ann);
});

test('is worthless beside another session', () => {
  expect(tokens.find(tokens.sign(ann, 'session-1'), 'session-2')).toBeUndefined();
});

test('is worthless under another secret', () => {
  const others = createIdentityTokens('other', 'desk', { now: () => now });

  expect(others.find(tokens.sign(ann, 's'), 's')).toBeUndefined();
});

test('is worthless for another database, where the same id is somebody else', () => {
  const elsewhere = createIdentityTokens('secret', 'copy', { now: () => now });

  expect(elsewhere.find(tokens.sign(ann, 's'), 's')).toBeUndefined();
});

test('does not survive a change of who it names', () => {
  const [payload = '', signature = ''] = tokens.sign(ann, 's').split('.');
  const forged = Buffer.from(Buffer.from(payload, 'base64url').toString().replace('42', '43'));

  expect(tokens.find(`${forged.toString('base64url')}.${signature}`, 's')).toBeUndefined();
});

test.each(['', '.', 'a.b', 'x', '..'])('reads %j as nobody', (token) => {
  expect(tokens.find(token, 's')).toBeUndefined();
});

test('of a version that said less of a user, or other things, it names nobody', () => {
  const { lang: _lang, ...less } = ann;
  const other: unknown = [less, { ...ann, isInternal: 'no' }, 7, null];

  for (const user of Array.isArray(other) ? other : []) {
    expect(tokens.find(tokens.sign(user, 's'), 's')).toBeUndefined();
  }
});

test('expires after an hour', () => {
  const token = tokens.sign(ann, 's');

  now = new Date('2026-03-01T10:59:59Z');
  expect(tokens.find(token, 's')).toEqual(ann);
  now = new Date('2026-03-01T11:00:00Z');
  expect(tokens.find(token, 's')).toBeUndefined();
});
