import { boolean, char, integer, selection } from '../field.ts';
import type { BuiltinModel } from '../model.ts';

export const irMailServer: BuiltinModel = {
  name: 'ir.mail_server',
  label: 'Mail Server',
  order: 'sequence, id',
  fields: {
    name: char('Name', { required: true }),
    from_filter: char('FROM Filtering'),
    smtp_host: char('SMTP Server'),
    smtp_port: integer('SMTP Port'),
    smtp_user: char('Username', { groups: 'base.group_system' }),
    smtp_encryption: selection(
      'Connection Encryption',
      [
        ['none', 'None'],
        ['starttls', 'TLS (STARTTLS)'],
        ['ssl', 'SSL/TLS'],
      ],
      { required: true },
    ),
    sequence: integer('Priority'),
    active: boolean('Active'),
  },
  access: ['base.group_system rwcu'],
};
