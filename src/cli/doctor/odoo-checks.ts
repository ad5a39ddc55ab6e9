import type { Check } from '../../addons/check.ts';
import type { Settings } from '../../config.ts';
import { plan } from '../../deploy/plan.ts';
import { AppError } from '../../lib/errors.ts';
import { createHttp } from '../../lib/http.ts';
import { InstalledModule, User } from '../../odoo/builtin-models.ts';
import { findExternalIds } from '../../odoo/external-ids.ts';
import type { Odoo } from '../../odoo/model-api.ts';
import type { Parts } from '../compose.ts';
import { checkProxyMode } from './check-proxy-mode.ts';

const ADMINISTRATORS = 'base.group_system';
const SERVICE = '__supportdesk__.group_service';
const LARGEST_SKEW_MS = 60_000;

/** Without these nothing else can be looked at. */
export function connectionChecks({ client, settings }: Parts): readonly [Check, Check] {
  return [
    {
      label: 'Odoo',
      async run() {
        const { server_version, server_version_info } = await client.version();
        const edition = server_version_info[5] === 'e' ? 'Enterprise' : 'Community';
        return { text: `${settings.ODOO_URL} runs Odoo ${server_version} ${edition}` };
      },
    },
    {
      label: 'Login',
      run: async () => ({
        text: `${settings.ODOO_USERNAME} on ${settings.ODOO_DB} is user ${await client.connect()}`,
      }),
    },
  ];
}

/** What the product needs of an Odoo that it can reach. */
export function odooChecks(parts: Parts): readonly Check[] {
  return [
    { label: 'Modules', run: () => checkModules(parts) },
    { label: 'Rights', run: () => checkRights(parts, parts.settings) },
    { label: 'Declarations', run: () => checkDeclarations(parts) },
    { label: 'Clock', run: () => checkClock(parts.settings) },
    { label: 'Addresses', run: () => checkProxyMode(parts.settings) },
    { label: 'Links', run: () => checkBaseUrl(parts) },
    { label: 'Mail', run: () => checkMail(parts) },
    { label: 'Languages', run: () => checkLanguages(parts) },
  ];
}

async function checkModules({ odoo, declarations }: Parts) {
  const needed = [...new Set(declarations.flatMap((addon) => addon.modules ?? []))];
  const rows = await odoo.model(InstalledModule).searchRead(
    [
      ['name', 'in', needed],
      ['state', '=', 'installed'],
    ],
    { fields: ['name'] },
  );
  const missing = needed.filter((name) => !rows.some((row) => row.name === name));
  if (missing.length === 0) return { text: needed.join(', ') };
  return {
    text: `not installed yet: ${missing.join(', ')}`,
    advice: 'They come with Odoo; apply installs them.',
  };
}

async function checkRights(parts: Parts, { ODOO_USERNAME }: Settings) {
  if (await isAdministrator(parts)) {
    return {
      text: 'an administrator: right for plan and apply',
      advice: [
        'For serve and import, use a separate account whose only group is Support Service: Service Account.',
        ...(await findCarelessAccounts(parts)),
      ].join('\n  → '),
    };
  }
  if (await hasGroup(parts, SERVICE)) {
    const others = await findOtherGroups(parts.odoo, await parts.client.connect());
    return {
      text: 'the service account: right for serve and import',
      ...(others.length > 0
        ? {
            advice: `It has more rights than it needs. In Odoo › Settings › Users, remove it from: ${others.join(', ')}.`,
          }
        : {}),
    };
  }
  throw new AppError(`${ODOO_USERNAME} is allowed neither to change models nor to serve`, {
    code: 'missing_rights',
    help: 'In Odoo › Settings › Users, give it Administration: Settings (for plan and apply), or Support Service: Service Account (for serve and import).',
  });
}

/** Service accounts with more rights than they need: a module that was installed by hand gives its own to everybody. */
async function findCarelessAccounts({ odoo }: Parts): Promise<readonly string[]> {
  const [own] = await findExternalIds(odoo, [SERVICE]);
  if (own === undefined) return [];
  const accounts = await odoo
    .model(User)
    .searchRead([['groups_id', 'in', [own.recordId]]], { fields: ['login'] });
  const found = await Promise.all(
    accounts.map(async ({ id, login }) => ({ login, others: await findOtherGroups(odoo, id) })),
  );
  return found
    .filter(({ others }) => others.length > 0)
    .map(
      ({ login, others }) =>
        `The service account ${login} has more rights than it needs. In Odoo › Settings › Users, remove it from: ${others.join(', ')}.`,
    );
}

/** The groups of an account that its own one does not bring along. */
async function findOtherGroups(odoo: Odoo, userId: number): Promise<readonly string[]> {
  const [own] = await findExternalIds(odoo, [SERVICE]);
  const groups = await odoo
    .model(Group)
    .searchRead([['users', 'in', [userId]]], { fields: ['full_name', 'trans_implied_ids'] });
  const brought = groups.find(({ id }) => id === own?.recordId)?.trans_implied_ids ?? [];
  return groups
    .filter(({ id }) => id !== own?.recordId && !brought.includes(id))
    .map(({ full_name }) => full_name);
}

const Group = {
  name: 'res.groups',
  fields: {
    full_name: { type: 'char', required: true },
    trans_implied_ids: { type: 'many2many', comodel: 'res.groups' },
    users: { type: 'many2many', comodel: 'res.users' },
  },
} as const;

async function checkDeclarations(parts: Parts) {
  if (!(await isAdministrator(parts))) return { text: 'only an administrator can compare them' };
  const { changes } = await plan(parts.odoo, parts.declarations);
  if (changes.length === 0) return { text: 'all applied' };
  throw new AppError(`${changes.length} changes pending`, {
    code: 'pending_changes',
    help: 'Review them with: plan. Carry them out with: apply',
  });
}

/** Deadlines, leases and sessions compare Odoo's times with ours. */
async function checkClock({ ODOO_URL }: Settings) {
  const http = createHttp({ baseUrl: ODOO_URL, timeoutMs: 5_000 });
  try {
    const { headers } = await http.request({ method: 'GET', path: '/web/health', retry: true });
    const skew = Math.abs(Date.now() - Date.parse(String(headers.date)));
    if (Number.isNaN(skew)) return { text: 'Odoo does not say what time it is' };
    if (skew < LARGEST_SKEW_MS) return { text: 'agrees with Odoo’s' };
    throw new AppError(`differs from Odoo’s by ${Math.round(skew / 1000)} s`, {
      code: 'clock_skew',
      help: 'Synchronize both clocks with NTP.',
    });
  } finally {
    http.close();
  }
}

async function checkBaseUrl(parts: Parts) {
  if (!(await isAdministrator(parts))) return { text: 'only an administrator can see web.base.url' };
  const address = await parts.odoo.call(
    'ir.config_parameter',
    'get_param',
    ['web.base.url'],
    {},
    { retry: true },
  );
  return {
    text: `in emails they point to ${address}`,
    ...(/localhost|127\.0\.0\.1/.test(String(address))
      ? {
          advice:
            'Customers cannot open those. Log in to Odoo once at its public address, as an administrator.',
        }
      : {}),
  };
}

async function checkMail(parts: Parts) {
  if (!(await isAdministrator(parts))) return { text: 'only an administrator can see the mail servers' };
  const count = async (model: string, domain: readonly unknown[] = []) =>
    Number(await parts.odoo.call(model, 'search_count', [domain], {}, { retry: true }));
  // Incoming servers come with the module mail.
  const knowsIncoming = (await count('ir.model', [['model', '=', 'fetchmail.server']])) > 0;
  const [outgoing, incoming] = await Promise.all([
    count('ir.mail_server'),
    knowsIncoming ? count('fetchmail.server') : 0,
  ]);
  const advice = [
    ...(outgoing === 0 ? ['Customers get no email unless Odoo’s configuration file names a server.'] : []),
    ...(incoming === 0 ? ['Email replies reach no ticket.'] : []),
  ];
  return {
    text: `${outgoing} outgoing and ${incoming} incoming servers`,
    ...(advice.length > 0
      ? { advice: [...advice, 'Add servers in Odoo › Settings › Technical › Email.'].join(' ') }
      : {}),
  };
}

async function checkLanguages({ odoo }: Parts) {
  const languages = await odoo
    .model({ name: 'res.lang', fields: { code: { type: 'char', required: true } } })
    .searchRead([], { fields: ['code'] });
  return { text: languages.map(({ code }) => code).join(', ') };
}

const isAdministrator = (parts: Parts) => hasGroup(parts, ADMINISTRATORS);

async function hasGroup({ client, odoo }: Parts, group: string): Promise<boolean> {
  return (
    (await odoo.call('res.users', 'has_group', [await client.connect(), group], {}, { retry: true })) === true
  );
}
