import { systemUserId } from '../lookups.ts';
import type { ZammadOrganization, ZammadUser } from '../types.ts';
import type { AgentName, CustomerName } from './demo-ticket.ts';

export const userIds: Readonly<Record<CustomerName | AgentName | 'system', number>> = {
  system: systemUserId,
  sofie: 3,
  marcus: 4,
  ann: 5,
  pieter: 6,
  camille: 7,
  caller: 8,
  bob: 9,
  lucia: 10,
  somchai: 11,
  jonas: 12,
};

export const supportAddress = 'Fernwood IT <support@fernwood.example>';

/** The help desk's own company and its two customers. */
export function createOrganizations(since: string): ZammadOrganization[] {
  const times = { note: '', active: true, created_at: since, updated_at: since };
  return [
    { id: 2, name: 'Fernwood IT', domain: 'fernwood.example', ...times },
    { id: 3, name: 'Acme Bakery', domain: 'acme.example', ...times, note: 'Six shops &amp; one bakehouse' },
    { id: 4, name: 'Globex Shipping', domain: 'globex.example', ...times },
  ];
}

export function createUsers(since: string): ZammadUser[] {
  const user = (
    id: number,
    firstname: string,
    lastname: string,
    email: string,
    organizationId: number | null,
    more: Partial<ZammadUser> = {},
  ): ZammadUser => ({
    id,
    login: email,
    firstname,
    lastname,
    email,
    phone: '',
    mobile: '',
    organization_id: organizationId,
    active: true,
    roles: ['Customer'],
    created_at: since,
    updated_at: since,
    ...more,
  });
  return [
    user(userIds.system, '-', '', '', null, { login: '-', active: false, roles: [] }),
    user(userIds.sofie, 'Sofie', 'Claes', 'sofie@fernwood.example', 2, { roles: ['Admin', 'Agent'] }),
    user(userIds.marcus, 'Marcus', 'Webb', 'marcus@fernwood.example', 2, { roles: ['Agent'] }),
    user(userIds.ann, 'Ann', 'Baker', 'ann@acme.example', 3, { phone: '+44 20 7946 0101' }),
    user(userIds.pieter, 'Pieter', 'de Wit', 'pieter@acme.example', 3, { phone: '+31 20 794 0102' }),
    user(userIds.camille, 'Camille', 'Laurent', 'camille@acme.example', 3, { mobile: '+33 6 39 98 01 03' }),
    user(userIds.caller, '', '', '', 3, {
      login: 'auto-3f0a9d52-7c1e-4f6b-9b0e-52d1c0a8e7f4',
      phone: '+44 20 7946 0177',
    }),
    user(userIds.bob, 'Bob', 'Carver', 'bob@globex.example', 4, { phone: '+44 20 7946 0201' }),
    user(userIds.lucia, 'Lucía', 'Fernández', 'lucia@globex.example', 4, { phone: '+34 910 601 202' }),
    user(userIds.somchai, 'สมชาย', 'ประเสริฐ', 'somchai@globex.example', 4, { phone: '+66 2 555 0203' }),
    user(userIds.jonas, 'Jonas', 'Weber', 'jonas@globex.example', 4, { phone: '+49 40 5550 1204' }),
  ];
}
