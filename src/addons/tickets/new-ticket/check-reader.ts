import type { CustomerRequest } from '../../../portal/route.ts';
import { Ticket } from '../models.ts';

/**
 * Customers may always ask. An employee may where Odoo lets them read tickets: else they could not see their own.
 * @throws OdooError `odoo_access_error`
 */
export async function checkReader({ user, odoo }: CustomerRequest): Promise<void> {
  if (user.isInternal) await odoo.model(Ticket).searchCount([['id', '=', 0]]);
}
