import type { Store } from '../../store.ts';

/** Ids of the users, by what is awkward about them. */
export const people = {
  system: 1,
  nicole: 2,
  agent: 3,
  inactiveAgent: 4,
  plain: 5,
  withoutAddress: 6,
  sharesAddress: 7,
  sharesAddressToo: 8,
  inactive: 9,
  sameAddressOtherCase: 10,
  strangeName: 11,
  secondOrganization: 12,
  withoutName: 13,
  markupInName: 14,
  customerAndAgent: 15,
  longNames: 16,
  onlyRecipient: 17,
  crowd: [100, 101, 102, 103, 104, 105, 106, 107, 108, 109],
} as const;

export function addPeople(store: Store): void {
  store.addOrganization({ id: 1, name: 'Zammad Foundation' });
  store.addOrganization({ id: 2, name: 'Nordlicht Kassen GmbH', domain: 'nordlicht.example' });
  store.addOrganization({ id: 3, name: 'Bäckerei Übersee & Söhne', note: 'Filialen: 12 &amp; mehr' });
  store.addOrganization({ id: 4, name: 'Gone Ltd', active: false });
  store.addOrganization({ id: 5, name: 'Ö'.repeat(100) });
  // Odoo trims names: then it is the same as another.
  store.addOrganization({ id: 6, name: ' Nordlicht Kassen GmbH' });

  const user = (id: number, login: string, values: Omit<Parameters<Store['addUser']>[0], 'login'> = {}) =>
    store.addUser({ id, login, ...values });
  user(people.system, '-', { firstname: '-', roles: [] });
  user(people.nicole, 'nicole.braun@zammad.org', {
    firstname: 'Nicole',
    lastname: 'Braun',
    email: 'nicole.braun@zammad.org',
    organization_id: 1,
  });
  user(people.agent, 'maren@nordlicht.example', {
    firstname: 'Maren',
    lastname: 'Petersen',
    email: 'maren@nordlicht.example',
    organization_id: 2,
    roles: ['Admin', 'Agent'],
  });
  user(people.inactiveAgent, 'left@nordlicht.example', {
    firstname: 'Lars',
    lastname: 'Left',
    email: 'left@nordlicht.example',
    active: false,
    roles: ['Agent'],
  });
  user(people.plain, 'jule.brandt@baeckerei.example', {
    firstname: 'Jule',
    lastname: 'Brandt',
    email: 'jule.brandt@baeckerei.example',
    phone: '+49 30 5550101',
    organization_id: 3,
  });
  user(people.withoutAddress, 'auto-6f0c0d0e-1111-4222-8333-944455556666', { phone: '+49 40 5550199' });
  const till = { email: 'kasse@baeckerei.example', organization_id: 3 };
  user(people.sharesAddress, 'filiale7', { ...till, firstname: 'Filiale', lastname: 'Sieben' });
  user(people.sharesAddressToo, 'filiale8', { ...till, firstname: 'Filiale', lastname: 'Acht' });
  user(people.inactive, 'gone@old.example', {
    firstname: 'Former',
    lastname: 'Customer',
    email: 'gone@old.example',
    active: false,
    organization_id: 4,
  });
  user(people.sameAddressOtherCase, 'jule', { firstname: 'J.', email: 'Jule.Brandt@Baeckerei.example' });
  user(people.strangeName, 'strange@names.example', {
    firstname: '  Zoë\u200b ',
    lastname: 'O’Brien-Łukasz \u202egnp.exe',
    email: ' strange@names.example',
  });
  user(people.secondOrganization, 'both@baeckerei.example', {
    firstname: 'Berta',
    lastname: 'Both',
    email: 'both@baeckerei.example',
    organization_id: 3,
    organization_ids: [2, 4],
  });
  user(people.withoutName, 'noname@baeckerei.example', { email: 'noname@baeckerei.example' });
  user(people.markupInName, 'markup@evil.example', {
    firstname: '<script>alert(1)</script>',
    lastname: '{{7*7}}',
    email: 'markup@evil.example',
  });
  user(people.customerAndAgent, 'double@nordlicht.example', {
    firstname: 'Dora',
    lastname: 'Double',
    email: 'double@nordlicht.example',
    roles: ['Agent', 'Customer'],
  });
  user(people.longNames, 'long@names.example', {
    firstname: 'F'.repeat(100),
    lastname: 'L'.repeat(100),
    email: `${'l'.repeat(230)}@names.example`,
    organization_id: 5,
  });
  user(people.onlyRecipient, 'cc-only@spam.example', { email: 'cc-only@spam.example' });
  for (const id of people.crowd) {
    const email = `member-${id}@crowd.example`;
    user(id, email, { firstname: 'Member', lastname: String(id), email, organization_id: id % 2 ? 2 : 6 });
  }
}
