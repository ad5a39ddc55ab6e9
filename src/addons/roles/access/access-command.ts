import { z } from 'zod';
import { createAsk } from '../../../actions/asked-action.ts';
import { AppError } from '../../../lib/errors.ts';
import { defineCommand } from '../../command.ts';
import { explainAccessAction } from './explain-access.ts';
import { renderAccess } from './render-access.ts';

/** Customers as whom a ticket is read; some milliseconds each. */
const MOST_CUSTOMERS = 2000;

/** `supportdesk doctor access TKT-00042` */
export const accessCommand = defineCommand({
  name: 'doctor access',
  description:
    'Print who may read a ticket, people and customers, by which rule, and prove it by reading as each',
  help: 'Changes nothing. Exits with 1 where there is no such ticket.',
  args: [{ name: 'ticket', description: 'its reference, such as TKT-00042' }],
  options: [],
  schema: z.object({ ticket: z.string().trim().min(1) }),
  async run({ services, terminal }, { ticket }) {
    const ask = createAsk(explainAccessAction);
    const access = await ask(services.odoo, { ticket, limit: MOST_CUSTOMERS });
    if (access.ticket === false) {
      throw new AppError(`there is no ticket ${ticket}`, {
        code: 'no_ticket',
        help: 'Its reference stands on its form and in its mails.',
      });
    }
    terminal.print(renderAccess(access));
    return 0;
  },
});
