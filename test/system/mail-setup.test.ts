import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { mailSetupCommand } from '../../src/addons/intake/mail-command.ts';
import { checkMailOut } from '../../src/addons/mail/check-mail-out.ts';
import { MailTeam } from '../../src/addons/mail/models.ts';
import { Team } from '../../src/addons/teams/models.ts';
import { compose } from '../../src/cli/compose.ts';
import type { Odoo } from '../../src/odoo/model-api.ts';
import { createServiceLogin } from '../support/create-service-account.ts';
import { type Deployed, startDeployed } from '../support/start-deployed.ts';
import { MAILBOX_PASSWORD, type Mailbox, startMailbox } from '../support/start-mailbox.ts';

const domain = `${randomUUID().slice(0, 8)}.example`;
const address = `support@${domain}`;

let deployed: Deployed;
let odoo: Odoo;
let mailbox: Mailbox;
let team: number;
let imap: string;

beforeAll(async () => {
  deployed = await startDeployed();
  odoo = deployed.backend.odoo;
  mailbox = await startMailbox();
  imap = `127.0.0.1:${mailbox.port}`;
  [team = 0] = await odoo.model(Team).create([{ x_name: `First Line ${domain}` }]);
});
afterAll(async () => {
  for (const [model, field] of [
    ['fetchmail.server', 'user'],
    ['ir.mail_server', 'name'],
  ] as const) {
    const servers = await odoo?.call(model, 'search', [[[field, 'like', domain]]]);
    await odoo?.call(model, 'unlink', [servers]);
  }
  await mailbox?.close();
  await deployed?.backend.close();
});

/** `supportdesk mail setup` with these options; answers what it prints. */
async function setUp(
  options: Readonly<Record<string, unknown>>,
  environment: Readonly<Record<string, string>> = {},
): Promise<readonly string[]> {
  const lines: string[] = [];
  const parts = compose({ ...deployed.backend.settings, ...environment });
  const print = (line: string) => void lines.push(line);
  const terminal = { isInteractive: false, hasColours: false, print, note: print };
  try {
    await mailSetupCommand.run({ services: parts.services, terminal }, { ssl: false, ...options });
  } finally {
    await parts.close();
  }
  return lines;
}

const whole = () => ({ address, team: `First Line ${domain}`, imap });
const secret = { MAILBOX_PASSWORD };

const Rows = z.array(z.record(z.string(), z.unknown()));

/** All that stands in Odoo of it, and when it was last touched. */
async function readMade() {
  const read = async (model: string, where: string, fields: readonly string[]) =>
    Rows.parse(
      await odoo.call(model, 'search_read', [[[where, 'like', domain]], [...fields, 'write_date']]),
    ).map(({ id, ...row }) => row);
  return {
    domains: await read('mail.alias.domain', 'name', ['name', 'default_from_email']),
    aliases: await read('mail.alias', 'alias_domain_id.name', [
      'alias_full_name',
      'alias_defaults',
      'alias_contact',
    ]),
    servers: await read('fetchmail.server', 'user', [
      ...['name', 'server', 'port', 'server_type', 'is_ssl', 'user', 'state', 'original'],
      'object_id',
    ]),
  };
}

describe('wrong input', () => {
  test.each([
    [{ address: 'support' }, {}, /--address: expected an address/],
    [{ imap: 'mail.example.com:imap' }, {}, /--imap: expected a host/],
    [{ imap: 'a.example', pop: 'b.example' }, {}, /--pop: a mailbox is fetched from by one/],
    [{ team: 'Nobody' }, secret, /there is no team “Nobody”/],
    [{ imap: '127.0.0.1:1' }, {}, /the mailbox needs a password/],
  ])('%o is refused before anything is made', async (wrong, environment, message) => {
    await expect(async () => setUp({ address, ...wrong }, environment)).rejects.toThrow(message);

    expect(await readMade()).toEqual({ domains: [], aliases: [], servers: [] });
  });

  test('names the teams there are', async () => {
    await expect(setUp({ address, team: 'Nobody' })).rejects.toMatchObject({
      help: expect.stringContaining(`“First Line ${domain}”`),
    });
  });

  test('an account that is no administrator learns that it takes one', async () => {
    await expect(setUp({ address }, await createServiceLogin(deployed.backend))).rejects.toMatchObject({
      code: 'mail_setup_rights',
    });
  });
});

describe('an address', () => {
  test('works, with its domain, its team and a mailbox that Odoo has logged in to', async () => {
    const lines = await setUp(whole(), secret);

    expect(lines.slice(0, 3)).toEqual([
      `Domain ${domain}: made`,
      `Address ${address}: made`,
      `Mailbox ${address} on ${imap}: Odoo logged in, and fetches every five minutes`,
    ]);
    expect(await readMade()).toMatchObject({
      domains: [{ name: domain, default_from_email: address }],
      aliases: [
        { alias_full_name: address, alias_defaults: `{'x_team_id': ${team}}`, alias_contact: 'everyone' },
      ],
      servers: [
        {
          ...{ name: address, user: address, server: '127.0.0.1', port: mailbox.port, is_ssl: false },
          ...{ server_type: 'imap', state: 'done', original: true },
          object_id: [expect.any(Number), 'Incoming Mail'],
        },
      ],
    });
    expect(lines[3]).toContain(address);
    expect(lines.slice(4).join()).not.toContain(domain);
  });

  test('that is there already stays as it is', async () => {
    const before = await readMade();

    const lines = await setUp(whole());

    expect(lines.slice(0, 3)).toEqual([
      `Domain ${domain}: there`,
      `Address ${address}: there`,
      `Mailbox ${address} on ${imap}: there`,
    ]);
    expect(await readMade()).toEqual(before);
  });

  test('keeps its team where none is named', async () => {
    expect(await setUp({ address })).toContain(`Address ${address}: there`);

    expect((await readMade()).aliases).toMatchObject([{ alias_defaults: `{'x_team_id': ${team}}` }]);
  });

  test('that something else of Odoo’s uses is left to it', async () => {
    const [model] = z
      .array(z.number())
      .parse(await odoo.call('ir.model', 'search', [[['model', '=', 'res.partner']]]));
    const [domainId] = z
      .array(z.number())
      .parse(await odoo.call('mail.alias.domain', 'search', [[['name', '=', domain]]]));
    const taken = {
      alias_name: 'jobs',
      alias_domain_id: domainId,
      alias_model_id: model,
      alias_contact: 'everyone',
    };
    await odoo.call('mail.alias', 'create', [[{ ...taken, alias_defaults: '{}' }]]);

    await expect(setUp({ address: `jobs@${domain}` })).rejects.toMatchObject({ code: 'mail_setup_taken' });
  });

  test('of Odoo’s own is not taken from it', async () => {
    if (deployed.backend.kind === 'emulator') return;
    await expect(setUp({ address: `bounce@${domain}` })).rejects.toMatchObject({
      code: 'mail_setup_address',
    });
  });

  test('whose mailbox lets nobody in says what to look at', async () => {
    if (deployed.backend.kind === 'emulator') return;
    const wrong = { MAILBOX_PASSWORD: 'wrong' };

    await expect(setUp({ address: `it@${domain}`, imap }, wrong)).rejects.toMatchObject({
      code: 'mail_setup_login',
      message: expect.stringContaining('Authentication failed'),
    });
  });
});

test('doctor says where answers are lost, and who Odoo sends as', async () => {
  const lost = `helpers@${domain}`;
  await odoo.call(MailTeam.name, 'write', [[team], { x_email: `Helpers <${lost}>` }]);
  const server = { name: domain, smtp_host: '127.0.0.1', smtp_encryption: 'none', from_filter: false };
  const ids = await odoo.call('ir.mail_server', 'create', [[server]]);
  const advice = async () => (await checkMailOut(odoo)).advice ?? '';

  expect(await advice()).toContain(`Answers to ${lost}, the address of a team, become no tickets`);
  expect(await advice()).toContain(`Mails from ${lost} leave as `);

  await setUp({ address: lost, team: `First Line ${domain}` });
  await odoo.call('ir.mail_server', 'write', [ids, { from_filter: domain }]);
  expect(await advice()).not.toContain(domain);
  await odoo.call(MailTeam.name, 'write', [[team], { x_email: false }]);
});
