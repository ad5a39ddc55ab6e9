import { expect, test } from 'vitest';
import type { User } from '../schema.ts';
import { mapOrganization } from './map-organization.ts';
import { mapUser } from './map-user.ts';

const user: User = {
  id: 8,
  login: 'auto-3f0a9d52',
  firstname: 'Ann',
  lastname: 'Baker',
  email: ' ann@acme.example ',
  phone: '+44 20 7946 0101',
  mobile: '',
  organization_id: 3,
  active: true,
};

test('makes a contact under its company', () => {
  expect(mapUser(user, 31)).toEqual({
    name: 'Ann Baker',
    email: 'ann@acme.example',
    phone: '+44 20 7946 0101',
    mobile: '',
    'parent_id/.id': '31',
    is_company: '0',
    active: '1',
  });
});

test.each([
  [{ firstname: '', lastname: '' }, 'ann@acme.example'],
  [{ firstname: '', lastname: '', email: '' }, '+44 20 7946 0101'],
  [{ firstname: '', lastname: '', email: '', phone: '' }, 'Zammad user 8'],
])('names somebody without %j', (missing, name) => {
  expect(mapUser({ ...user, ...missing }, undefined).name).toBe(name);
});

test('makes a company', () => {
  expect(mapOrganization({ id: 3, name: 'Acme Bakery ', active: false })).toEqual({
    name: 'Acme Bakery',
    is_company: '1',
    active: '0',
  });
});
