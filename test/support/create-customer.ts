import { randomUUID } from 'node:crypto';
import { Partner, User } from '../../src/odoo/builtin-models.ts';
import { findExternalIds } from '../../src/odoo/external-ids.ts';
import type { Odoo } from '../../src/odoo/model-api.ts';

export interface Customer {
  readonly name: string;
  readonly login: string;
  readonly password: string;
  readonly userId: number;
  readonly partnerId: number;
  readonly companyId: number;
}

/** A portal user of a company of their own, or of `companyId`; names are unique, so a live database can be reused. */
export async function createCustomer(odoo: Odoo, name: string, companyId?: number): Promise<Customer> {
  const [first = 'x'] = name.toLowerCase().split(' ');
  const unique = randomUUID().slice(0, 8);
  const login = `${first}.${unique}@example.com`;
  const password = `pw-${randomUUID()}`;
  const company = companyId ?? (await createOne(odoo, { name: `${name} Inc. ${unique}`, is_company: true }));
  const partnerId = await createOne(odoo, { name, email: login, parent_id: company });
  const [portal] = await findExternalIds(odoo, ['base.group_portal']);
  const userIds = await odoo.call(
    'res.users',
    'create',
    [
      [{ name, login, password, partner_id: partnerId, groups_id: [[6, 0, [portal?.recordId]]] }],
      // No invitation mail for a test user.
    ],
    { context: { no_reset_password: true } },
  );
  const [user] = await odoo.model(User).searchRead([['login', '=', login]], { fields: ['login'] });
  if (!user) throw new Error(`the portal user ${login} was not created: ${JSON.stringify(userIds)}`);
  return { name, login, password, userId: user.id, partnerId, companyId: company };
}

async function createOne(
  odoo: Odoo,
  values: { name: string; email?: string; is_company?: boolean; parent_id?: number },
) {
  const [id] = await odoo.model(Partner).create([values]);
  if (id === undefined) throw new Error('Odoo created no partner');
  return id;
}
