import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import type { Odoo } from '../../src/odoo/model-api.ts';

export interface MailSink {
  /** The mails as they came, headers and all. */
  readonly mails: readonly string[];
  /** From now on it takes nothing for a while, or everything again. */
  refuse(isRefusing: boolean): void;
  close(): Promise<void>;
}

/**
 * A mail server that takes everything and passes nothing on, for a real Odoo to send to; the emulator sends nothing. With a
 * domain Odoo sends as whoever has an address there, else as itself.
 */
export async function startMailSink(odoo: Odoo, domain?: string): Promise<MailSink> {
  const mails: string[] = [];
  let isRefusing = false;
  const server = createServer((socket) => talk(socket, mails, () => isRefusing)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the mail sink has no port');
  const values = {
    name: 'Tests',
    smtp_host: '127.0.0.1',
    smtp_port: address.port,
    smtp_encryption: 'none',
    sequence: 0,
    ...(domain === undefined ? {} : { from_filter: domain }),
  };
  const ids = await odoo.call('ir.mail_server', 'create', [[values]]);
  // Whom mails of our own come from.
  await odoo.call('res.company', 'write', [[1], { email: 'desk@desk.example' }]);
  return {
    mails,
    refuse(is) {
      isRefusing = is;
    },
    async close() {
      await odoo.call('ir.mail_server', 'unlink', [ids]);
      server.close();
    },
  };
}

function talk(socket: Socket, mails: string[], isRefusing: () => boolean): void {
  let buffer = '';
  let mail: string | undefined;
  const say = (line: string) => socket.write(`${line}\r\n`);
  socket.on('error', () => undefined);
  socket.on('data', (data) => {
    buffer += data.toString('latin1');
    for (let end = buffer.indexOf('\r\n'); end >= 0; end = buffer.indexOf('\r\n')) {
      const line = buffer.slice(0, end);
      buffer = buffer.slice(end + 2);
      if (mail === undefined) answer(line);
      else if (line === '.') {
        mails.push(mail);
        mail = undefined;
        say('250 taken');
      } else mail += `${line}\n`;
    }
  });
  function answer(line: string): void {
    const command = line.slice(0, 4).toUpperCase();
    if (command === 'DATA') {
      mail = '';
      say('354 go on');
    } else if (command === 'QUIT') {
      say('221 bye');
      socket.end();
    } else if (command === 'RCPT' && isRefusing()) say('451 try again later');
    else say('250 ok');
  }
  say('220 sink');
}
