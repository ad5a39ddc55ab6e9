import type { Cells } from '../../sync/import-row.ts';
import type { User } from './schema.ts';

/** A user as a contact in Odoo. `company` is the external id of the organisation, empty where there is none. */
export function mapUser(user: User, company: string): Cells {
  return {
    name: nameOf(user),
    email: user.email.trim(),
    phone: user.phone,
    mobile: user.mobile,
    'parent_id/id': company,
    is_company: '0',
  };
}

/** Who only ever called has neither name nor address, and a login that Zammad made up. */
function nameOf(user: User): string {
  const fullName = `${user.firstname} ${user.lastname}`.trim();
  return fullName || user.email.trim() || user.phone || user.mobile || `Zammad user ${user.id}`;
}
