import { z } from 'zod';
import { AppError } from '../../lib/errors.ts';
import { isOdooError } from '../../odoo/faults.ts';
import type { Odoo } from '../../odoo/model-api.ts';
import type { MailSetup } from './mail-setup-options.ts';

interface Known {
  readonly id: number;
  readonly state: string;
  readonly values: Readonly<Record<string, unknown>>;
}

export interface Mailbox {
  readonly address: string;
  readonly server: string;
  readonly user: string;
  readonly password: string | undefined;
  /** As they are to be, but for what mails become. */
  readonly values: Readonly<Record<string, unknown>> & { readonly port: number };
  /** In Odoo already. */
  readonly known: Known | undefined;
}

const Servers = z.array(
  z.object({
    id: z.number(),
    state: z.string(),
    server_type: z.string(),
    port: z.number(),
    is_ssl: z.boolean(),
    original: z.boolean(),
    attach: z.boolean(),
    object_id: z.union([z.tuple([z.number(), z.string()]), z.literal(false)]),
  }),
);

/** The mailbox that was asked for, and what Odoo knows of it; undefined where none was. */
export async function findMailbox(
  odoo: Odoo,
  {
    setup,
    models,
    password,
  }: {
    readonly setup: MailSetup;
    readonly models: readonly number[];
    readonly password: string | undefined;
  },
): Promise<Mailbox | undefined> {
  const host = setup.imap ?? setup.pop;
  if (host === undefined) return undefined;
  const [server = host, written] = host.split(':');
  const kind = setup.imap === undefined ? 'pop' : 'imap';
  const port = Number(written ?? { imap: [143, 993], pop: [110, 995] }[kind][setup.ssl ? 1 : 0]);
  // With its original, since all that a mail's head says is read from there.
  const values = { server_type: kind, port, is_ssl: setup.ssl, original: true, attach: true };
  const user = setup.user ?? setup.address;
  const known = await findKnown(odoo, server, user, models);
  if (!known && password === undefined)
    throw new AppError('the mailbox needs a password', {
      code: 'mail_setup_password',
      help: 'Set MAILBOX_PASSWORD beside the command; Odoo keeps it, to log in by.',
    });
  return { address: setup.address, server, user, password, values, known };
}

async function findKnown(odoo: Odoo, server: string, user: string, models: readonly number[]) {
  const named = [
    ['server', '=', server],
    ['user', '=', user],
    ['active', 'in', [true, false]],
  ];
  const fields = ['state', 'server_type', 'port', 'is_ssl', 'original', 'attach', 'object_id'];
  const rows = await odoo.call('fetchmail.server', 'search_read', [named, fields], {});
  const [known] = Servers.parse(rows);
  if (known === undefined) return undefined;
  const { id, state, object_id: makes, ...values } = known;
  if (makes && !models.includes(makes[0]))
    throw new AppError(`Odoo makes ${makes[1]} of that mailbox already`, {
      code: 'mail_setup_taken',
      help: 'Choose another, or take it off there: Odoo › Settings › Technical › Email › Incoming Mail Servers.',
    });
  return { id, state, values: { ...values, object_id: makes ? makes[0] : false } };
}

/** Odoo logs in before it is switched on. */
export async function setUpMailbox(
  odoo: Odoo,
  { address, server, user, password, values, known }: Mailbox,
  model: number,
): Promise<string> {
  const wanted = { ...values, object_id: model };
  const label = `${user} on ${server}:${values.port}`;
  const isRight =
    known?.state === 'done' && Object.entries(wanted).every(([name, value]) => known.values[name] === value);
  if (isRight && password === undefined) return `Mailbox ${label}: there`;
  const secret = password === undefined ? {} : { password };
  let id = known?.id;
  if (id === undefined) {
    const all = { name: address, server, user, ...wanted, ...secret };
    [id] = z.array(z.number()).parse(await odoo.call('fetchmail.server', 'create', [[all]]));
  } else {
    await odoo.call('fetchmail.server', 'write', [[id], { ...wanted, ...secret, active: true }]);
  }
  try {
    await odoo.call('fetchmail.server', 'button_confirm_login', [[id]]);
  } catch (error) {
    if (!isOdooError(error, 'odoo_user_error')) throw error;
    throw new AppError(`Odoo could not log in to ${label}: ${error.message.replace(/\s+/g, ' ').trim()}`, {
      code: 'mail_setup_login',
      help: 'Odoo, and not this machine, must reach the server: look at host and port, at --user, --no-ssl and MAILBOX_PASSWORD, and run it again.',
      cause: error,
    });
  }
  return `Mailbox ${label}: Odoo logged in, and fetches every five minutes`;
}
