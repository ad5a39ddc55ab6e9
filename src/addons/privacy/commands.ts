import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { createInterface } from 'node:readline/promises';
import { z } from 'zod';
import { createAsk } from '../../actions/asked-action.ts';
import { AppError } from '../../lib/errors.ts';
import type { Terminal } from '../../lib/terminal.ts';
import type { Odoo } from '../../odoo/model-api.ts';
import { defineCommand } from '../command.ts';
import { lookAction, turnAction } from './actions.ts';
import { type LookAnswer, writeArchive } from './archive/write-archive.ts';
import { createZipWriter } from './archive/zip-writer.ts';
import { forget } from './privacy-job.ts';

const EMAIL = { name: 'email', description: 'the contact’s address' };
const CONTACT = { flags: '--contact <id>', description: 'which contact, where several have the address' };
const Address = z.string().trim().toLowerCase().min(3);
const Id = z.coerce.number().int().positive().optional();

export const exportCommand = defineCommand({
  name: 'privacy export',
  description: 'Write everything that the desk holds of a customer into a ZIP',
  help: 'The request is kept in Odoo, under Support › Operation › Data Protection.',
  args: [EMAIL],
  options: [
    { flags: '--out <file>', description: 'the ZIP; one that is there is replaced' },
    { flags: '--without-internal', description: 'leave out notes, time and journals' },
    CONTACT,
  ],
  schema: z.object({
    email: Address,
    out: z.string({ error: 'is needed: the file to write' }).min(1),
    withoutInternal: z.boolean().default(false),
    contact: Id,
  }),
  async run({ services, terminal }, { email, out, withoutInternal, contact }) {
    const { odoo, clock } = services;
    const found = await lookAt(odoo, email, contact, 'archive');
    const request = await askFor(odoo, found, { kind: 'export', with_internal: !withoutInternal });
    const sink = createWriteStream(`${out}.part`, { mode: 0o600 });
    try {
      const zip = createZipWriter(sink, clock.now());
      const counts = await writeArchive({
        ...services,
        found,
        withInternal: !withoutInternal,
        made: clock.now(),
        signal: new AbortController().signal,
        put: (name, source) => zip.add(name, source),
      });
      await zip.end();
      await rename(`${out}.part`, out);
      await end(odoo, request, { state: 'done', counts });
      for (const [name, count] of Object.entries(counts)) terminal.print(`${name}: ${count}`);
      terminal.print(`Written: ${out}`);
      return 0;
    } catch (error) {
      await rm(`${out}.part`, { force: true });
      await end(odoo, request, { state: 'failed', error: 'interrupted' });
      throw error;
    }
  },
});

export const forgetCommand = defineCommand({
  name: 'privacy forget',
  description: 'Forget a customer: show what goes and what stays, ask, and do it',
  help: 'Shows first, and does nothing before the address was typed. Exits with 0 once it is done, with 1 where nothing was.',
  args: [EMAIL],
  options: [{ flags: '--yes <address>', description: 'do not ask: the address once more' }, CONTACT],
  schema: z.object({ email: Address, yes: Address.optional(), contact: Id }),
  async run({ services: { odoo }, terminal }, { email, yes, contact }) {
    const found = await lookAt(odoo, email, contact, 'forget');
    printFacts(terminal, found);
    if (found.blocks.length > 0) return 1;
    const typed = yes ?? (await ask(terminal, email));
    if (typed !== email) {
      terminal.print('Nothing was changed: that is not the address.');
      return 1;
    }
    const blocks = await forget(await askFor(odoo, found, { kind: 'forget' }), { odoo });
    for (const block of blocks) terminal.print(`- ${block}`);
    terminal.print(blocks.length > 0 ? 'Nothing was changed.' : 'Forgotten.');
    return blocks.length > 0 ? 1 : 0;
  },
});

async function lookAt(odoo: Odoo, email: string, contact: number | undefined, what: 'archive' | 'forget') {
  const look = createAsk(lookAction);
  const known = await look(odoo, { email, what });
  const { contacts } = known;
  if (contacts.length === 1 && (contact === undefined || contacts[0]?.id === contact)) return known;
  if (contact !== undefined && contacts.some(({ id }) => id === contact)) {
    return look(odoo, { contacts: [contact], what });
  }
  throw new AppError(contacts.length === 0 ? `no contact has ${email}` : `several contacts have ${email}`, {
    code: 'privacy_contact',
    help:
      contacts.length === 0
        ? 'Look at the address; archived contacts are found, too.'
        : `Name one: ${contacts.map(({ id, name }) => `--contact ${id} (${name})`).join(', ')}`,
  });
}

async function askFor(odoo: Odoo, { contacts }: LookAnswer, values: object): Promise<number> {
  const { requests } = await createAsk(turnAction)(odoo, { do: 'ask', contact: contacts[0]?.id, ...values });
  return requests[0]?.id ?? 0;
}

const end = (odoo: Odoo, request: number, values: object) =>
  createAsk(turnAction)(odoo, { do: 'end', request, ...values });

function printFacts(terminal: Terminal, { contacts, goes, stays, blocks, keeps_contact }: LookAnswer): void {
  terminal.print(`${contacts[0]?.name} (contact ${contacts[0]?.id})`);
  const print = (head: string, rows: LookAnswer['goes']) => {
    if (rows.length > 0) terminal.print(head);
    for (const [what, count, why] of rows) terminal.print(`  ${String(count).padStart(6)}  ${what}: ${why}`);
  };
  print('Goes:', goes);
  print('Stays:', stays);
  if (keeps_contact) terminal.print('The contact itself stays: other apps of Odoo use it.');
  if (blocks.length > 0) terminal.print('Cannot be forgotten yet:');
  for (const block of blocks) terminal.print(`- ${block}`);
}

async function ask(terminal: Terminal, email: string): Promise<string> {
  if (!terminal.isInteractive) {
    throw new AppError('there is no one to ask', {
      code: 'not_interactive',
      help: `Nothing was changed. To do it: supportdesk privacy forget ${email} --yes ${email}`,
    });
  }
  const prompt = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await prompt.question('This cannot be undone. Type the address to forget: ');
  prompt.close();
  return answer.trim().toLowerCase();
}
