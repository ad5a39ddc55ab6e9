import { isOdooError } from '../../odoo/faults.ts';
import { OutboxLine } from '../../outbox/outbox-model.ts';
import type { Finding } from '../check.ts';
import type { Services } from '../services.ts';

/** Whether what goes out gets out. */
export async function checkOutbox({ odoo }: Pick<Services, 'odoo'>): Promise<Finding> {
  const lines = odoo.model(OutboxLine);
  try {
    const [tried, failed] = await Promise.all([
      lines.searchCount([
        ['x_state', '=', 'waiting'],
        ['x_attempts', '>', 0],
      ]),
      lines.searchCount([['x_state', '=', 'failed']]),
    ]);
    if (tried + failed === 0) return { text: 'everything is sent' };
    return {
      text: `${tried} to be tried again, ${failed} given up`,
      advice: 'Odoo › Support › Operation › Outbox says why, and sends them once that is repaired.',
    };
  } catch (error) {
    if (!isOdooError(error, 'odoo_user_error')) throw error;
    // Odoo does not know the model yet.
    return { text: 'not there yet: apply makes it' };
  }
}
