import { z } from 'zod';
import { AppError } from '../../lib/errors.ts';
import { findExternalIds } from '../../odoo/external-ids.ts';
import { isOdooError } from '../../odoo/faults.ts';
import type { Odoo } from '../../odoo/model-api.ts';
import { Team } from '../teams/models.ts';

export const MailSetup = z.object({
  /** What customers write to. */
  address: z.email('expected an address such as support@example.com').transform((text) => text.toLowerCase()),
  /** Whose tickets they become, by its name. */
  team: z.string().min(1).optional(),
  /** `host` or `host:port` of the mailbox that Odoo fetches from; without it something else hands mails to Odoo. */
  imap: z.string().min(1).optional(),
  pop: z.string().min(1).optional(),
  /** The mailbox; the address where absent. */
  user: z.string().min(1).optional(),
  ssl: z.boolean().default(true),
});
export type MailSetup = z.infer<typeof MailSetup>;

const Ids = z.array(z.number());

/** Takes an address from nothing to working, and answers a line for each step; what is right already stays. */
export async function setUpMail(
  odoo: Odoo,
  setup: MailSetup,
  password: string | undefined,
): Promise<readonly string[]> {
  try {
    const model = await findIntakeModel(odoo);
    const [name = '', domain = ''] = setup.address.split('@');
    const domainId = await ensure(odoo, 'mail.alias.domain', [['name', '=', domain]], { name: domain });
    const team = setup.team === undefined ? undefined : await findTeam(odoo, setup.team);
    const alias = await setUpAlias(odoo, { name, domainId, model, team });
    const lines = [`Domain ${domain}: there`, `Address ${setup.address}: ${alias}`];
    const host = setup.imap ?? setup.pop;
    if (host === undefined)
      return [...lines, 'Mailbox: none; hand mails to Odoo by its alias script or a server of your own'];
    const server = await setUpServer(odoo, { ...setup, host, model, password });
    return [...lines, `Mailbox ${server}: Odoo logged in, and fetches every five minutes`];
  } catch (error) {
    if (!isOdooError(error, 'odoo_access_error')) throw error;
    throw new AppError('this account may not set up mail in Odoo', {
      code: 'mail_setup_rights',
      help: 'Run it as an administrator of Odoo, as apply: ODOO_USERNAME and ODOO_PASSWORD.',
      cause: error,
    });
  }
}

async function findIntakeModel(odoo: Odoo): Promise<number> {
  const [model] = await findExternalIds(odoo, ['__supportdesk__.model__x_support_intake']);
  if (model) return model.recordId;
  throw new AppError('Odoo does not know incoming mail yet', {
    code: 'mail_setup_early',
    help: 'Run supportdesk apply first.',
  });
}

async function findTeam(odoo: Odoo, name: string): Promise<number> {
  const [team] = await odoo.model(Team).search([['x_name', '=', name]], { limit: 1 });
  if (team !== undefined) return team;
  throw new AppError(`there is no team “${name}”`, {
    code: 'mail_setup_team',
    help: 'Odoo › Support › Configuration › Teams has their names.',
  });
}

interface AliasSetup {
  readonly name: string;
  readonly domainId: number;
  readonly model: number;
  readonly team: number | undefined;
}

const Aliases = z.array(
  z.object({ id: z.number(), alias_model_id: z.tuple([z.number(), z.string()]), alias_defaults: z.string() }),
);

async function setUpAlias(odoo: Odoo, { name, domainId, model, team }: AliasSetup): Promise<string> {
  const defaults = team === undefined ? '{}' : `{'x_team_id': ${team}}`;
  const [known] = Aliases.parse(
    await odoo.call(
      'mail.alias',
      'search_read',
      [
        [
          ['alias_name', '=', name],
          ['alias_domain_id', '=', domainId],
        ],
        ['alias_model_id', 'alias_defaults'],
      ],
      {},
    ),
  );
  const values = { alias_model_id: model, alias_defaults: defaults };
  if (!known) {
    await odoo.call('mail.alias', 'create', [
      [{ alias_name: name, alias_domain_id: domainId, alias_contact: 'everyone', ...values }],
    ]);
    return 'made';
  }
  const isTickets = known.alias_model_id[1].startsWith('Support');
  if (known.alias_model_id[0] !== model && !isTickets)
    throw new AppError(`the address makes ${known.alias_model_id[1]} already`, {
      code: 'mail_setup_taken',
      help: 'Choose another, or take it off there: Odoo › Settings › Technical › Email › Aliases.',
    });
  if (known.alias_model_id[0] === model && known.alias_defaults === defaults) return 'there';
  await odoo.call('mail.alias', 'write', [[known.id], values]);
  return 'changed';
}

interface ServerSetup extends MailSetup {
  readonly host: string;
  readonly model: number;
  readonly password: string | undefined;
}

/** With its original kept, since all that a mail's head says is read from there; Odoo logs in before it is switched on. */
async function setUpServer(odoo: Odoo, setup: ServerSetup): Promise<string> {
  const { host, model, password, ssl, address } = setup;
  const [server = host, written] = host.split(':');
  const kind = setup.imap === undefined ? 'pop' : 'imap';
  const user = setup.user ?? address;
  const port = Number(written ?? { imap: [143, 993], pop: [110, 995] }[kind][ssl ? 1 : 0]);
  const values = { server_type: kind, port, is_ssl: ssl, object_id: model, original: true, attach: true };
  const id = await ensure(
    odoo,
    'fetchmail.server',
    [
      ['server', '=', server],
      ['user', '=', user],
    ],
    { name: address, server, user, ...values },
  );
  await odoo.call('fetchmail.server', 'write', [[id], { ...values, ...(password ? { password } : {}) }]);
  await odoo.call('fetchmail.server', 'button_confirm_login', [[id]]);
  return `${user} on ${server}:${port}`;
}

async function ensure(
  odoo: Odoo,
  model: string,
  domain: readonly unknown[],
  values: Readonly<Record<string, unknown>>,
): Promise<number> {
  const [known] = Ids.parse(await odoo.call(model, 'search', [domain], { limit: 1 }));
  if (known !== undefined) return known;
  const [made] = Ids.parse(await odoo.call(model, 'create', [[values]]));
  if (made === undefined) throw new Error(`Odoo made no ${model}`);
  return made;
}

/** What mails become, ours and, where somebody set it up by hand, tickets themselves. */
export const INTAKE_MODELS = [
  '__supportdesk__.model__x_support_intake',
  '__supportdesk__.model__x_support_ticket',
];
