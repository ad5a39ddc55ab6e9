import type { Cells } from '../../../sync/import-row.ts';
import type { User } from '../schema.ts';

/** A user as a contact in Odoo. `companyId` is Odoo's record of the organisation. */
export function mapUser(user: User, companyId: number | undefined): Cells {
  return {
    name: nameOf(user),
    email: user.email.trim(),
    phone: user.phone,
    mobile: user.mobile,
    'parent_id/.id': companyId === undefined ? '' : String(companyId),
    is_company: '0',
    active: user.active ? '1' : '0',
  };
}

/** Who only ever called has neither name nor address, and a login that Zammad made up. */
function nameOf(user: User): string {
  const fullName = `${user.firstname} ${user.lastname}`.trim();
  return fullName || user.email.trim() || user.phone || user.mobile || `Zammad user ${user.id}`;
}
