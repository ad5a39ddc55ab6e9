import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';

/** The one password that it takes. */
export const MAILBOX_PASSWORD = 'open sesame';

export interface Mailbox {
  readonly port: number;
  /** A mail arrives. */
  put(raw: Uint8Array): void;
  close(): Promise<void>;
}

interface Kept {
  readonly raw: Buffer;
  isSeen: boolean;
}

/** As much of an IMAP server as Odoo fetches mail by (RFC 3501), for a real Odoo; every login is the same mailbox. */
export async function startMailbox(): Promise<Mailbox> {
  const mails: Kept[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket)).on('error', () => undefined);
    talk(socket, mails);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the mailbox has no port');
  return {
    port: address.port,
    put: (raw) => void mails.push({ raw: Buffer.from(raw), isSeen: false }),
    async close() {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}

function talk(socket: Socket, mails: Kept[]): void {
  let buffer = '';
  socket.write('* OK ready\r\n');
  socket.on('data', (data) => {
    buffer += data.toString('latin1');
    for (let end = buffer.indexOf('\r\n'); end >= 0; end = buffer.indexOf('\r\n')) {
      const [tag = '', name = '', ...rest] = buffer.slice(0, end).split(' ');
      buffer = buffer.slice(end + 2);
      const { lines, state = 'OK done' } = answer(name.toUpperCase(), rest.join(' '), mails);
      for (const line of lines) socket.write(line);
      socket.write(`${tag} ${state}\r\n`);
      if (name.toUpperCase() === 'LOGOUT') socket.end();
    }
  });
}

interface Answer {
  readonly lines: readonly (string | Buffer)[];
  readonly state?: string;
}

function answer(command: string, rest: string, mails: Kept[]): Answer {
  switch (command) {
    case 'CAPABILITY':
      return { lines: ['* CAPABILITY IMAP4rev1\r\n'] };
    case 'LOGIN':
      return rest.endsWith(`"${MAILBOX_PASSWORD}"`)
        ? { lines: [] }
        : { lines: [], state: 'NO [AUTHENTICATIONFAILED] Authentication failed.' };
    case 'SELECT':
    case 'EXAMINE':
      return { lines: [`* ${mails.length} EXISTS\r\n`] };
    case 'SEARCH': {
      const wantsSeen = !rest.includes('UNSEEN');
      const found = mails.flatMap(({ isSeen }, index) => (isSeen === wantsSeen ? [index + 1] : []));
      return { lines: [`* SEARCH ${found.join(' ')}\r\n`] };
    }
    case 'FETCH':
      return { lines: fetchOne(rest, mails) };
    case 'STORE': {
      const mail = mails[Number.parseInt(rest, 10) - 1];
      if (mail) mail.isSeen = rest.includes('+FLAGS');
      return { lines: [] };
    }
    case 'LOGOUT':
      return { lines: ['* BYE\r\n'] };
    default:
      return { lines: [] };
  }
}

function fetchOne(rest: string, mails: readonly Kept[]): Answer['lines'] {
  const number = Number.parseInt(rest, 10);
  const raw = mails[number - 1]?.raw ?? Buffer.alloc(0);
  const body = rest.includes('HEADER') ? raw.subarray(0, raw.indexOf('\r\n\r\n') + 4) : raw;
  const what = /[A-Z0-9.]+(\[[A-Z]*\])?/.exec(rest.slice(rest.indexOf(' ') + 1))?.[0] ?? '';
  return [`* ${number} FETCH (${what} {${body.length}}\r\n`, body, ')\r\n'];
}
