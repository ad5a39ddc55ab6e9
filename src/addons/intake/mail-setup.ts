import { z } from 'zod';
import { AppError } from '../../lib/errors.ts';
import { findExternalIds } from '../../odoo/external-ids.ts';
import { isOdooError } from '../../odoo/faults.ts';
import type { Odoo } from '../../odoo/model-api.ts';
import { Team } from '../teams/models.ts';
import type { MailSetup } from './mail-setup-options.ts';
import { findMailbox, setUpMailbox } from './set-up-mailbox.ts';

/** What mails become, ours and, where somebody set it up by hand, tickets themselves. */
export const INTAKE_MODELS = [
  '__supportdesk__.model__x_support_intake',
  '__supportdesk__.model__x_support_ticket',
];

/**
 * Takes an address from nothing to working, and answers a line for each step; what is right already stays. All that can be wrong
 * with what was typed is found before anything is made, but whether the mailbox lets Odoo in.
 */
export async function setUpMail(
  odoo: Odoo,
  setup: MailSetup,
  password: string | undefined,
): Promise<readonly string[]> {
  try {
    const [model, ...others] = await findModels(odoo);
    const [name = '', domain = ''] = setup.address.split('@');
    const team = setup.team === undefined ? undefined : await findTeam(odoo, setup.team);
    const mailbox = await findMailbox(odoo, { setup, models: [model, ...others], password });
    const { id: domainId, did } = await setUpDomain(odoo, name, domain);
    const alias = await setUpAlias(odoo, { name, domain, domainId, model, others, team });
    const lines = [`Domain ${domain}: ${did}`, `Address ${setup.address}: ${alias}`];
    if (mailbox === undefined)
      return [...lines, 'Mailbox: none; hand mails to Odoo by its alias script or a server of your own'];
    return [...lines, await setUpMailbox(odoo, mailbox, model)];
  } catch (error) {
    if (!isOdooError(error, 'odoo_access_error')) throw error;
    throw new AppError('this account may not set up mail in Odoo', {
      code: 'mail_setup_rights',
      help: 'Run it as an administrator of Odoo, as apply: ODOO_USERNAME and ODOO_PASSWORD.',
      cause: error,
    });
  }
}

/** Ours first: what mails are to become. */
async function findModels(odoo: Odoo): Promise<readonly [number, ...number[]]> {
  const rows = await findExternalIds(odoo, INTAKE_MODELS);
  const [model, ...others] = INTAKE_MODELS.flatMap((name) =>
    rows.flatMap(({ externalId, recordId }) => (externalId === name ? [recordId] : [])),
  );
  if (model !== undefined && others.length > 0) return [model, ...others];
  throw new AppError('Odoo does not know incoming mail yet', {
    code: 'mail_setup_early',
    help: 'Run supportdesk apply first.',
  });
}

async function findTeam(odoo: Odoo, name: string): Promise<number> {
  const teams = await odoo.model(Team).searchRead([], { fields: ['x_name'] });
  const team = teams.find(({ x_name }) => x_name === name);
  if (team !== undefined) return team.id;
  const names = teams.map(({ x_name }) => `“${x_name}”`).join(', ');
  throw new AppError(`there is no team “${name}”`, {
    code: 'mail_setup_team',
    help: names
      ? `The teams are ${names}.`
      : 'There is none yet: make one in Odoo › Support › Configuration › Teams, or leave out --team.',
  });
}

const Ids = z.array(z.number());

/** What is sent for a domain of ours comes from the address that is answered to, wherever Odoo may not send as whoever wrote. */
async function setUpDomain(odoo: Odoo, name: string, domain: string) {
  const [known] = Ids.parse(
    await odoo.call('mail.alias.domain', 'search', [[['name', '=', domain]]], { limit: 1 }),
  );
  if (known !== undefined) return { id: known, did: 'there' };
  const values = { name: domain, default_from: name };
  const [made = 0] = Ids.parse(await odoo.call('mail.alias.domain', 'create', [[values]]));
  return { id: made, did: 'made' };
}

interface AliasSetup {
  readonly name: string;
  readonly domain: string;
  readonly domainId: number;
  readonly model: number;
  readonly others: readonly number[];
  readonly team: number | undefined;
}

const Aliases = z.array(
  z.object({
    id: z.number(),
    alias_model_id: z.tuple([z.number(), z.string()]),
    alias_defaults: z.string(),
    alias_contact: z.string(),
  }),
);

async function setUpAlias(odoo: Odoo, { name, domain, domainId, model, others, team }: AliasSetup) {
  const wanted = {
    alias_model_id: model,
    alias_defaults: team === undefined ? '{}' : `{'x_team_id': ${team}}`,
    alias_contact: 'everyone',
  };
  const named = [
    ['alias_name', '=', name],
    ['alias_domain_id', '=', domainId],
  ];
  const [known] = Aliases.parse(
    await odoo.call('mail.alias', 'search_read', [
      named,
      ['alias_model_id', 'alias_defaults', 'alias_contact'],
    ]),
  );
  if (!known) {
    await createAlias(odoo, { alias_name: name, alias_domain_id: domainId, ...wanted }, `${name}@${domain}`);
    return 'made';
  }
  const [makes, label] = known.alias_model_id;
  if (makes !== model && !others.includes(makes))
    throw new AppError(`the address makes ${label} already`, {
      code: 'mail_setup_taken',
      help: 'Choose another, or take it off there: Odoo › Settings › Technical › Email › Aliases.',
    });
  const isRight =
    makes === model &&
    known.alias_contact === wanted.alias_contact &&
    // Without --team what somebody has said stays.
    (team === undefined || known.alias_defaults === wanted.alias_defaults);
  if (isRight) return 'there';
  const { alias_defaults: defaults, ...rest } = wanted;
  await odoo.call('mail.alias', 'write', [
    [known.id],
    team === undefined ? rest : { ...rest, alias_defaults: defaults },
  ]);
  return 'changed';
}

async function createAlias(odoo: Odoo, values: Readonly<Record<string, unknown>>, address: string) {
  try {
    await odoo.call('mail.alias', 'create', [[values]]);
  } catch (error) {
    if (!isOdooError(error, 'odoo_user_error', 'odoo_validation')) throw error;
    throw new AppError(`Odoo does not take the address ${address}: ${error.message}`, {
      code: 'mail_setup_address',
      help: 'Odoo keeps catchall and bounce for itself; choose another name.',
      cause: error,
    });
  }
}
