import { boolean, char, integer, manyToOne, selection } from '../field.ts';
import type { BuiltinModel } from '../model.ts';

export const fetchmailServer: BuiltinModel = {
  name: 'fetchmail.server',
  label: 'Incoming Mail Server',
  order: 'priority',
  fields: {
    name: char('Name', { required: true }),
    active: boolean('Active'),
    state: selection('Status', [
      ['draft', 'Not Confirmed'],
      ['done', 'Confirmed'],
    ]),
    server: char('Server Name'),
    port: integer('Port'),
    server_type: selection(
      'Server Type',
      [
        ['imap', 'IMAP Server'],
        ['pop', 'POP Server'],
        ['local', 'Local Server'],
      ],
      { required: true },
    ),
    user: char('Username'),
    object_id: manyToOne('Create a New Record', 'ir.model'),
    priority: integer('Server Priority'),
  },
  access: ['base.group_system rwcu'],
};
