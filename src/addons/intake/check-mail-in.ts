import { z } from 'zod';
import { findExternalIds } from '../../odoo/external-ids.ts';
import { isOdooError } from '../../odoo/faults.ts';
import type { Odoo } from '../../odoo/model-api.ts';
import type { Finding } from '../check.ts';
import { INTAKE_MODELS } from './mail-setup.ts';
import { Intake } from './models.ts';

const Addresses = z.array(z.object({ alias_full_name: z.union([z.string(), z.literal(false)]) }));
const Servers = z.array(
  z.object({
    name: z.string(),
    state: z.string(),
    server_type: z.string(),
    original: z.boolean(),
    object_id: z.union([z.tuple([z.number(), z.string()]), z.literal(false)]),
  }),
);

/** Whether mail gets in: addresses, mailboxes, and what waits for somebody. */
export async function checkMailIn(odoo: Odoo): Promise<Finding> {
  try {
    const [addresses, servers, unread] = await Promise.all([
      findAddresses(odoo),
      findServers(odoo),
      odoo.model(Intake).searchCount([['x_decision', '=', 'unread']]),
    ]);
    const advice = [
      ...(addresses.length === 0 ? ['No address makes tickets: supportdesk mail setup makes one.'] : []),
      ...(servers ?? []).flatMap(adviseServer),
      ...(unread === 0 ? [] : [`${unread} mails could not be read: Odoo › Support › Incoming Mail.`]),
    ];
    const seen =
      servers === undefined ? 'mailboxes only an administrator sees' : `${servers.length} mailboxes`;
    return {
      text: `${addresses.join(', ') || 'no address'}; ${seen}`,
      ...(advice.length === 0 ? {} : { advice: advice.join(' ') }),
    };
  } catch (error) {
    if (!isOdooError(error, 'odoo_user_error')) throw error;
    // Odoo does not know the model yet.
    return { text: 'not there yet: apply makes it' };
  }
}

async function findAddresses(odoo: Odoo): Promise<readonly string[]> {
  const models = await findExternalIds(odoo, INTAKE_MODELS);
  const ids = models.map(({ recordId }) => recordId);
  const domain = [['alias_model_id', 'in', ids]];
  const rows = await odoo.call(
    'mail.alias',
    'search_read',
    [domain, ['alias_full_name']],
    {},
    { retry: true },
  );
  return Addresses.parse(rows).flatMap(({ alias_full_name: name }) => (name ? [name] : []));
}

/** Undefined for whoever may not see them. */
async function findServers(odoo: Odoo): Promise<z.infer<typeof Servers> | undefined> {
  try {
    const fields = ['name', 'state', 'server_type', 'original', 'object_id'];
    const rows = await odoo.call('fetchmail.server', 'search_read', [[], fields], {}, { retry: true });
    return Servers.parse(rows);
  } catch (error) {
    if (isOdooError(error, 'odoo_access_error')) return undefined;
    throw error;
  }
}

function adviseServer({ name, state, server_type, original, object_id }: z.infer<typeof Servers>[number]) {
  const advice = (is: boolean, text: string) => (is ? [`Mailbox ${name} ${text}`] : []);
  return [
    ...advice(state !== 'done', 'is not confirmed: Odoo fetches nothing.'),
    ...advice(!original, 'does not keep originals: machines’ mails cannot be told, nobody is put in copy.'),
    ...advice(!object_id, 'makes no record: a mail that no address matches is lost.'),
    ...advice(
      server_type === 'pop',
      'is POP: a mail that Odoo cannot read stays in the mailbox unseen; with IMAP it stands on the ledger.',
    ),
  ];
}
