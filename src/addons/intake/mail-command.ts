import { z } from 'zod';
import { defineSettings, readVariables, setting } from '../../lib/settings-part.ts';
import { defineCommand } from '../command.ts';
import { checkMailIn } from './check-mail-in.ts';
import { setUpMail } from './mail-setup.ts';
import { MailSetup } from './mail-setup-options.ts';

const Variables = z.object({
  MAILBOX_PASSWORD: setting(z.string().optional()).describe(
    'The password of the mailbox that `supportdesk mail setup` hands to Odoo; needed for that command alone',
  ),
});
export const mailSettings = defineSettings(Variables.shape, (environment) =>
  readVariables(Variables, environment),
);

export const mailSetupCommand = defineCommand({
  name: 'mail setup',
  description: 'Take an address from nothing to working: domain, address, team, mailbox',
  help: 'Needs an administrator of Odoo. Running it again changes only what differs.',
  options: [
    { flags: '--address <address>', description: 'what customers write to: support@example.com' },
    { flags: '--team <name>', description: 'the team whose tickets they become' },
    { flags: '--imap <host>', description: 'the mailbox’s server, host or host:port' },
    { flags: '--pop <host>', description: 'the same where there is no IMAP' },
    { flags: '--user <login>', description: 'the mailbox, where it is not the address' },
    { flags: '--no-ssl', description: 'a connection in the clear, such as within one machine' },
  ],
  schema: MailSetup,
  async run({ services, terminal }, setup) {
    const { MAILBOX_PASSWORD } = mailSettings.of(services.settings);
    for (const line of await setUpMail(services.odoo, setup, MAILBOX_PASSWORD)) terminal.print(line);
    const { text, advice } = await checkMailIn(services.odoo);
    terminal.print(`Check: ${text}`);
    if (advice) terminal.note(advice);
    return 0;
  },
});
