import type { CustomerRequest } from '../../../portal/route.ts';
import { Ticket } from '../models.ts';

/**
 * Customers may always ask. An employee may where Odoo lets them read tickets: else they could not see their own.
 * @throws OdooError `odoo_access_error`
 */
export async function checkReader({ user, reader }: CustomerRequest): Promise<void> {
  if (user.isInternal) await reader.model(Ticket).searchCount([['id', '=', 0]]);
}
