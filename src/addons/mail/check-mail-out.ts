import { z } from 'zod';
import { isOdooError } from '../../odoo/faults.ts';
import type { Odoo } from '../../odoo/model-api.ts';
import type { Finding } from '../check.ts';
import { Ticket } from '../tickets/models.ts';
import { MailTeam } from './models.ts';

const Text = z.union([z.string(), z.literal(false)]);
const Aliases = z.array(z.object({ alias_full_name: Text }));
const Domains = z.array(z.object({ default_from_email: Text }));
const Servers = z.array(z.object({ name: z.string(), from_filter: Text }));

/** Whether mails about tickets leave from the address that they are answered to, and whether answers come back. */
export async function checkMailOut(odoo: Odoo): Promise<Finding> {
  try {
    const [teams, aliases, domains, servers] = await Promise.all([
      odoo.model(MailTeam).searchRead([['x_email', '!=', false]], { fields: ['x_email'] }),
      findAliases(odoo),
      read(odoo, 'mail.alias.domain', ['default_from_email'], Domains),
      read(odoo, 'ir.mail_server', ['name', 'from_filter'], Servers),
    ]);
    const own = teams.flatMap(({ x_email }) => (x_email ? [bareAddress(x_email)] : []));
    const addresses = [...new Set([...own, ...aliases])].sort();
    const advice = [
      ...own.flatMap((address) => (aliases.includes(address) ? [] : [adviseLost(address)])),
      // Odoo's own address is of the first domain, as long as nobody gave the company another.
      ...addresses.flatMap((address) => adviseSender(address, domains[0]?.default_from_email, servers)),
    ];
    return {
      text: addresses.length === 0 ? 'from the company’s address' : `from ${addresses.join(', ')}`,
      ...(advice.length === 0 ? {} : { advice: [...new Set(advice)].join(' ') }),
    };
  } catch (error) {
    if (isOdooError(error, 'odoo_access_error')) return { text: 'only an administrator can see it' };
    if (!isOdooError(error, 'odoo_user_error', 'odoo_value')) throw error;
    // Odoo does not know the field yet.
    return { text: 'not there yet: apply makes it' };
  }
}

const adviseLost = (address: string) =>
  `Answers to ${address}, the address of a team, become no tickets: supportdesk mail setup --address ${address}.`;

/** Odoo sends as itself where no server says that it may send as others of the domain. */
function adviseSender(
  address: string,
  instead: string | false | undefined,
  servers: z.infer<typeof Servers>,
): readonly string[] {
  const [, domain = ''] = address.split('@');
  const isAllowed = servers.some(({ from_filter: filter }) =>
    (filter || '').split(',').some((one) => [address, domain].includes(one.trim().toLowerCase())),
  );
  if (servers.length === 0 || isAllowed || !instead || instead === address) return [];
  return [
    `Mails from ${address} leave as ${instead}: write ${domain} under From Filtering of the outgoing mail server.`,
  ];
}

async function findAliases(odoo: Odoo): Promise<readonly string[]> {
  const models = ['x_support.intake', Ticket.name];
  const domain = [
    ['alias_model_id.model', 'in', models],
    ['alias_name', '!=', false],
  ];
  const rows = await odoo.call(
    'mail.alias',
    'search_read',
    [domain, ['alias_full_name']],
    {},
    { retry: true },
  );
  return Aliases.parse(rows).flatMap(({ alias_full_name: name }) => (name ? [name.toLowerCase()] : []));
}

async function read<T>(
  odoo: Odoo,
  model: string,
  fields: readonly string[],
  schema: z.ZodType<T>,
): Promise<T> {
  return schema.parse(await odoo.call(model, 'search_read', [[], fields], {}, { retry: true }));
}

const bareAddress = (address: string): string =>
  (/<([^>]*)>/.exec(address)?.[1] ?? address).trim().toLowerCase();
