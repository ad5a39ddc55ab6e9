import { Partner, User } from '../src/odoo/builtin-models.ts';
import { findExternalIds } from '../src/odoo/external-ids.ts';
import type { Odoo } from '../src/odoo/model-api.ts';

export interface DemoLogin {
  readonly name: string;
  readonly company: string;
  readonly login: string;
  readonly password: string;
}

export const DEMO_CUSTOMERS: readonly DemoLogin[] = [
  { name: 'Ann Baker', company: 'Acme Bakery', login: 'ann@acme.example', password: 'demo-ann' },
  { name: 'Bob Carver', company: 'Globex Shipping', login: 'bob@globex.example', password: 'demo-bob' },
];

/** The technicians of the help desk; the import assigns their tickets to them. */
const DEMO_TECHNICIANS: readonly Omit<DemoLogin, 'company'>[] = [
  { name: 'Sofie Claes', login: 'sofie@fernwood.example', password: 'demo-sofie' },
  { name: 'Marcus Webb', login: 'marcus@fernwood.example', password: 'demo-marcus' },
];

/** Two companies with a portal user each, and two technicians, as an administrator would enter them in Odoo. */
export async function seedPeople(odoo: Odoo): Promise<void> {
  const groupIds = new Map(
    (await findExternalIds(odoo, ['base.group_portal', '__supportdesk__.group_technician'])).map((row) => [
      row.externalId,
      row.recordId,
    ]),
  );
  const companyIds = await odoo
    .model(Partner)
    .create(DEMO_CUSTOMERS.map(({ company }) => ({ name: company, is_company: true })));
  const partnerIds = await odoo.model(Partner).create(
    DEMO_CUSTOMERS.map(({ name, login }, index) => ({
      name,
      email: login,
      parent_id: companyIds[index] ?? false,
    })),
  );
  await createUsers(odoo, [
    ...DEMO_CUSTOMERS.map(({ name, login, password }, index) => ({
      name,
      login,
      password,
      partner_id: partnerIds[index],
      groups_id: [[6, 0, [groupIds.get('base.group_portal')]]],
    })),
    ...DEMO_TECHNICIANS.map((technician) => ({
      ...technician,
      email: technician.login,
      groups_id: [[4, groupIds.get('__supportdesk__.group_technician')]],
    })),
  ]);
}

async function createUsers(odoo: Odoo, users: readonly Readonly<Record<string, unknown>>[]): Promise<void> {
  // Nobody gets an invitation mail from a demo.
  await odoo.call(User.name, 'create', [users], { context: { no_reset_password: true } });
}
