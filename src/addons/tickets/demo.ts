import { Partner, User } from '../../odoo/builtin-models.ts';
import { findExternalIds } from '../../odoo/external-ids.ts';
import type { Odoo } from '../../odoo/model-api.ts';
import type { DemoLogin } from '../demo-login.ts';
import type { Services } from '../services.ts';

interface Person {
  readonly name: string;
  readonly company: string;
  readonly login: string;
  readonly password: string;
}

const CUSTOMERS: readonly Person[] = [
  { name: 'Ann Baker', company: 'Acme Bakery', login: 'ann@acme.example', password: 'demo-ann' },
  { name: 'Bob Carver', company: 'Globex Shipping', login: 'bob@globex.example', password: 'demo-bob' },
];

/** The technicians of the help desk; the import assigns their tickets to them. */
const TECHNICIANS: readonly Omit<Person, 'company'>[] = [
  { name: 'Sofie Claes', login: 'sofie@fernwood.example', password: 'demo-sofie' },
  { name: 'Marcus Webb', login: 'marcus@fernwood.example', password: 'demo-marcus' },
];

/** Two companies with a portal user each, and two technicians, as an administrator would enter them in Odoo. */
export async function seedPeople({ odoo }: Services): Promise<readonly DemoLogin[]> {
  const groupIds = new Map(
    (await findExternalIds(odoo, ['base.group_portal', '__supportdesk__.group_technician'])).map((row) => [
      row.externalId,
      row.recordId,
    ]),
  );
  const companyIds = await odoo
    .model(Partner)
    .create(CUSTOMERS.map(({ company }) => ({ name: company, is_company: true })));
  const partnerIds = await odoo.model(Partner).create(
    CUSTOMERS.map(({ name, login }, index) => ({
      name,
      email: login,
      parent_id: companyIds[index] ?? false,
    })),
  );
  await createUsers(odoo, [
    ...CUSTOMERS.map(({ name, login, password }, index) => ({
      name,
      login,
      password,
      partner_id: partnerIds[index],
      groups_id: [[6, 0, [groupIds.get('base.group_portal')]]],
    })),
    ...TECHNICIANS.map((technician) => ({
      ...technician,
      email: technician.login,
      groups_id: [[4, groupIds.get('__supportdesk__.group_technician')]],
    })),
  ]);
  return [
    ...CUSTOMERS.map((person) => ({ ...person, place: 'portal' as const })),
    ...TECHNICIANS.map((person) => ({ ...person, place: 'odoo' as const })),
  ];
}

async function createUsers(odoo: Odoo, users: readonly Readonly<Record<string, unknown>>[]): Promise<void> {
  // Nobody gets an invitation mail from a demo.
  await odoo.call(User.name, 'create', [users], { context: { no_reset_password: true } });
}
