import { expect, test } from 'vitest';
import type { Log } from '../../lib/log.ts';
import type { Caller } from '../../odoo/caller.ts';
import { OdooError } from '../../odoo/faults.ts';
import { createOdoo } from '../../odoo/model-api.ts';
import { createZammadImportJob } from './job.ts';
import type { TicketSource } from './ticket-source.ts';

const now = new Date('2026-03-01T12:00:00Z');

test('leaves its turn to another process that imports the same source', async () => {
  const { log, lines } = createLines();
  const odoo: Caller = {
    async call(model, method) {
      if (method === 'create') throw new OdooError('duplicate key', { code: 'odoo_validation' });
      if (model !== 'ir.model.data') return [];
      return [{ id: 1, model: 'elsewhere', res_id: 5, write_date: '2026-03-01 11:59:00' }];
    },
  };

  await createJob(odoo).run({ log, signal: new AbortController().signal });

  expect(lines).toEqual(['info import left out: another process is at it']);
});

test('tells the scheduler of everything else', async () => {
  const { log } = createLines();
  const odoo: Caller = { call: () => Promise.reject(new OdooError('gone', { code: 'odoo_unreachable' })) };

  await expect(createJob(odoo).run({ log, signal: new AbortController().signal })).rejects.toMatchObject({
    code: 'odoo_unreachable',
  });
});

function createJob(caller: Caller) {
  return createZammadImportJob({
    schedule: '* * * * *',
    odoo: createOdoo(caller),
    source: unusedSource,
    sourceName: 'zammad',
    clock: { now: () => now },
  });
}

function createLines(): { readonly log: Log; readonly lines: readonly string[] } {
  const lines: string[] = [];
  const write = (level: string) => (message: unknown) => {
    lines.push(`${level} ${String(message)}`);
    return log as never;
  };
  const log = { error: write('error'), warn: write('warn'), info: write('info'), debug: write('debug') };
  return { log, lines };
}

const unused = () => {
  throw new Error('not expected');
};
const unusedSource: TicketSource = {
  url: 'https://desk.example',
  pages: unused,
  findTickets: unused,
  findContents: unused,
  openFile: unused,
  findUsers: unused,
  findOrganizations: unused,
  listStates: unused,
  listGroups: unused,
  countUsersByEmail: unused,
  listTicketIds: unused,
  listUsers: unused,
  listOrganizations: unused,
  probeTicket: unused,
};
