import { z } from 'zod';
import { AppError } from '../../../lib/errors.ts';
import { findExternalIds } from '../../../odoo/external-ids.ts';
import { isOdooError } from '../../../odoo/faults.ts';
import type { Odoo } from '../../../odoo/model-api.ts';
import type { Check } from '../../check.ts';
import { Ticket } from '../models.ts';

const Described = z.record(
  z.string(),
  z.object({ string: z.string(), required: z.boolean(), store: z.boolean() }).partial({ store: true }),
);

/** A field that was made by hand and must be filled in keeps every new ticket out: the portal's form does not know it. */
export function checkRequired({ odoo }: { readonly odoo: Odoo }): Check {
  return {
    label: 'New tickets',
    async run() {
      try {
        return await look(odoo);
      } catch (error) {
        if (!isOdooError(error, 'odoo_user_error')) throw error;
        // Odoo does not know the model yet.
        return { text: 'not there yet: apply makes them possible' };
      }
    },
  };
}

async function look(odoo: Odoo) {
  const fields = Described.parse(
    await odoo.call(Ticket.name, 'fields_get', [[], ['string', 'required', 'store']], {}, { retry: true }),
  );
  const required = Object.keys(fields).filter(
    (name) => fields[name]?.required && fields[name]?.store !== false,
  );
  const filled = new Set([
    ...(await findDeclared(odoo, required)),
    ...Object.keys(
      z
        .record(z.string(), z.unknown())
        .parse(await odoo.call(Ticket.name, 'default_get', [required], {}, { retry: true })),
    ),
  ]);
  const unfilled = required.filter((name) => !filled.has(name));
  if (unfilled.length === 0) return { text: 'can be opened on the portal' };
  const names = unfilled.map((name) => `${fields[name]?.string} (${name})`).join(', ');
  throw new AppError(`cannot be opened on the portal: Odoo requires ${names}`, {
    code: 'required_field',
    help: 'In Odoo › Settings › Technical › Fields, take “Required” from it or give it a default value; or declare it in the configuration, so that the portal’s form asks for it.',
  });
}

/** Of fields by name those that we declare: the portal fills them in, or asks. */
async function findDeclared(odoo: Odoo, names: readonly string[]): Promise<readonly string[]> {
  const ids = new Map(
    names.map((name) => [`__supportdesk__.field__${Ticket.name.replaceAll('.', '_')}__${name}`, name]),
  );
  const rows = await findExternalIds(odoo, [...ids.keys()]);
  return rows.flatMap(({ externalId }) => ids.get(externalId) ?? []);
}
