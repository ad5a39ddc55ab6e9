import { randomUUID } from 'node:crypto';
import { Customer as CustomerPartner } from '../../../src/addons/tickets/models.ts';
import type { Odoo } from '../../../src/odoo/model-api.ts';
import { type Customer, createCustomer } from '../../support/create-customer.ts';
import { createTechnician } from '../../support/create-technician.ts';

export interface Login {
  readonly login: string;
  readonly password: string;
}

export interface People {
  /** Whose tickets it is all about. */
  readonly ann: Customer;
  /** Colleagues of Ann's: one sees own tickets only, of the others the account or the session is about to end; and Bob. */
  readonly people: Readonly<Record<'sibling' | 'archived' | 'expired' | 'bob', Customer>>;
  readonly employee: Login & { readonly userId: number };
  readonly technician: Login;
}

export async function createPeople(odoo: Odoo): Promise<People> {
  const unique = randomUUID().slice(0, 8);
  // Ann's own name shall not stand in that of her company.
  const archived = await createCustomer(odoo, 'Arch Ived');
  const colleague = (name: string) => createCustomer(odoo, name, archived.companyId);
  const people = {
    archived,
    sibling: await colleague('Sam Sibling'),
    expired: await colleague('Exp Ired'),
    bob: await createCustomer(odoo, 'Bob Baker'),
  };
  await odoo.model(CustomerPartner).write([people.sibling.partnerId], { x_own_tickets_only: true });
  const employee = { login: `emma-${unique}`, password: `emma-${unique}` };
  const [userId = 0] = [await odoo.call('res.users', 'create', [[{ name: 'Emma', ...employee }]])].flat();
  return {
    ...{ ann: await colleague(`Ann ${unique}`), people },
    ...{ employee: { ...employee, userId: Number(userId) }, technician: await createTechnician(odoo) },
  };
}
