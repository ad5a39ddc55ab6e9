import { Registry } from 'prom-client';
import { describe, expect, test } from 'vitest';
import { createDemoData } from '../../emulator/zammad/data/create-demo-data.ts';
import { isForgottenAsked } from '../../src/addons/imports/forgotten.ts';
import type { Importer } from '../../src/addons/imports/importer.ts';
import { createImportJob } from '../../src/addons/imports/job.ts';
import { createImportMetrics } from '../../src/addons/imports/metrics.ts';
import { ImportRun, ImportSource, TicketOfRun } from '../../src/addons/imports/models.ts';
import { runImport } from '../../src/addons/imports/run-import.ts';
import type { ProcessJob } from '../../src/jobs/job.ts';
import { SupportJob } from '../../src/jobs/job-model.ts';
import type { Log } from '../../src/lib/log.ts';
import { Activity } from '../../src/odoo/builtin-models.ts';
import type { OdooClient } from '../../src/odoo/client.ts';
import { findExternalIds } from '../../src/odoo/external-ids.ts';
import { createOdoo } from '../../src/odoo/model-api.ts';
import { createSilentLog } from '../support/create-silent-log.ts';
import { i18n } from '../support/i18n.ts';
import { nameCall, uniqueData, type World, type WorldOptions } from './import-world.ts';
import { setUpWorlds } from './set-up-worlds.ts';

const worlds = setUpWorlds();
let now: Date;
const clock = { now: () => now };
const registry = new Registry();
const metrics = createImportMetrics(registry);

describe('a button in Odoo', () => {
  test('for a dry run counts nothing as brought', async () => {
    const { world, job } = await start();
    await turn(job);
    await press(world, 'dry');

    await turn(job);

    expect(await readRuns(world)).toMatchObject([{ x_state: 'done', x_mode: 'dry' }]);
    expect(await registry.metrics()).not.toContain(`import_records_total{source="${world.sourceName}"`);
  });

  test('is obeyed by the service, which shows what came of it', async () => {
    const { world, job } = await start();
    await turn(job);
    await press(world, 'import');
    expect(await readRuns(world)).toMatchObject([{ x_state: 'requested', x_mode: 'import' }]);

    await turn(job);

    const count = world.zammad.data.tickets.length;
    const [run] = await readRuns(world);
    expect(run).toMatchObject({ x_state: 'done', x_trigger: 'button', x_created: count, x_read: count });
    const tickets = await worlds.backend.odoo
      .model(TicketOfRun)
      .searchCount([['x_import_run_id', '=', run?.id ?? 0]]);
    expect(tickets).toBe(count);
    expect(await readSource(world)).toMatchObject({ x_failures: 0, x_last_success_at: expect.any(String) });
    expect(await registry.metrics()).toContain(
      `import_records_total{source="${world.sourceName}",result="created"} ${count}\n`,
    );
  });

  test('tells whoever pressed it what the source leaves out: the tickets of closed groups', async () => {
    const closed = await start({
      permissions: ['ticket.agent', 'admin.group'],
      data(suffix) {
        const data = createDemoData(new Date());
        const [group] = data.groups;
        return uniqueData(suffix, {
          ...data,
          groups: [
            ...data.groups,
            ...(group ? [{ ...group, id: 90, name: 'Old Sales', active: false }] : []),
          ],
        });
      },
    });
    const unknown = await start();

    for (const { world, job } of [closed, unknown]) {
      await turn(job);
      await press(world, 'import');
      await turn(job);
    }

    expect((await readRuns(closed.world))[0]?.x_log).toMatch(
      /One group is closed in Zammad, .*: Old Sales\./,
    );
    expect((await readRuns(unknown.world))[0]?.x_log).toMatch(/cannot be known: .* permission admin\.group/);
  });

  test('pressed again changes what is asked for instead of asking twice', async () => {
    const { world, job } = await start();
    await turn(job);

    await press(world, 'full');
    await press(world, 'test');
    await turn(job);
    await turn(job);

    expect(await readRuns(world)).toMatchObject([
      { x_mode: 'test', x_state: 'done', x_log: expect.stringContaining(world.zammad.url) },
    ]);
  });

  test('is obeyed once where several services look', async () => {
    const { world, job } = await start();
    const second = createJob(world);
    await turn(job);
    await press(world, 'import');

    await Promise.all([turn(job), turn(second)]);
    await Promise.all([turn(job), turn(second)]);

    expect(await readRuns(world)).toMatchObject([{ x_state: 'done' }]);
  });

  test('is answered where the settings do not name the source any more', async () => {
    const { world, job } = await start();
    const { job: stranger } = await start();
    await turn(job);
    await press(world, 'import');

    await turn(stranger);

    expect(await readRuns(world)).toMatchObject([
      { x_state: 'failed', x_log: expect.stringContaining('do not name this source') },
    ]);
  });

  test('is for administrators of the help desk only', async () => {
    const { world, job } = await start();
    await turn(job);

    await expect(press(world, 'import', worlds.service)).rejects.toMatchObject({ code: 'odoo_access_error' });
  });
});

describe('the schedule', () => {
  test('waits for a first import, then follows the interval as it is edited', async () => {
    const { world, job } = await start();
    await turn(job);
    expect(await readRuns(world)).toEqual([]);
    await press(world, 'import');
    await turn(job);
    world.zammad.addTicket({ title: 'Later', customer_id: 5 });

    pass(4);
    await turn(job);
    expect(await readRuns(world)).toHaveLength(1);
    await edit(world, { x_interval: 2 });
    await turn(job);

    expect(await readRuns(world)).toMatchObject([{ x_trigger: 'schedule', x_created: 1 }, {}]);
  });

  test('follows a cron expression instead, and says of one that is none', async () => {
    const { world, job } = await start();
    await turn(job);
    await press(world, 'import');
    await turn(job);
    world.zammad.addTicket({ title: 'Later', customer_id: 5 });

    await edit(world, { x_cron: `${(now.getMinutes() + 3) % 60} * * * *` });
    pass(2);
    await turn(job);
    expect(await readRuns(world)).toHaveLength(1);
    pass(1);
    await turn(job);
    expect(await readRuns(world)).toHaveLength(2);
    await edit(world, { x_cron: 'often' });
    await turn(job);

    expect((await readSource(world)).x_problem).toContain('often');
  });

  test('finds nothing new with three calls, its look for work among them', async () => {
    const { world, job } = await start();
    await turn(job);
    await press(world, 'import');
    await turn(job);
    pass(5);
    const record = await readSource(world);
    const calls: string[] = [];
    const odoo = createOdoo({
      call(model, method, ...rest) {
        calls.push(`${model}.${method}`);
        return worlds.service.call(model, method, ...rest);
      },
    });

    await turn(createJob(world, odoo));

    expect(calls).toEqual([
      'x_support.import_source.search_read',
      'x_support.ticket.search_read',
      'x_support.import_source.write',
    ]);
    expect((await readSource(world)).x_last_run_at).not.toBe(record.x_last_run_at);
  });
});

describe('a dry run', () => {
  test('from the shell tells what an import would do, and only reads', async () => {
    const { world } = await start();
    const methods = new Set<string>();
    const odoo = createOdoo({
      call(model, method, args, kwargs, options) {
        // Asked whom Odoo has forgotten, it reads, too.
        if (!isForgottenAsked(kwargs)) methods.add(method);
        return worlds.service.call(model, method, args, kwargs, options);
      },
    });
    const changes: string[] = [];
    const options = {
      odoo,
      sayIn: i18n.sayIn,
      importer: world.importer,
      clock,
      log: createSilentLog(),
      trigger: 'shell',
    } as const;
    const signal = new AbortController().signal;

    const dry = await runImport({
      ...options,
      signal,
      mode: 'dry',
      onChanges: (lines) => changes.push(...lines),
    });

    expect([...methods].filter((method) => !/^(search|read|search_read|fields_get)$/.test(method))).toEqual(
      [],
    );
    expect(changes.filter((line) => line.startsWith('+ ticket'))).toHaveLength(
      world.zammad.data.tickets.length,
    );
    const real = await world.run();
    const { durationMs: _, ...told } = dry;
    expect(real).toMatchObject(told);
  });

  test('by a button leaves its report and nothing else', async () => {
    const { world, job } = await start();
    await turn(job);
    await press(world, 'import');
    await turn(job);
    const [ticket] = world.zammad.data.tickets;
    world.zammad.updateTicket(ticket?.id ?? 0, { title: 'Now it smokes', priority_id: 1 });
    const before = await world.readState();

    await press(world, 'dry');
    await turn(job);

    const [run] = await readRuns(world);
    expect(run).toMatchObject({ x_mode: 'dry', x_state: 'done', x_updated: 1 });
    expect(run?.x_log).toMatch(/~ ticket “Now it smokes” – .*Subject: .* → Now it smokes/);
    expect(await world.readState()).toEqual(before);
  });
});

test('only the tickets that are named are imported, and the cursor stays', async () => {
  const { world } = await start();
  const [first, second] = world.zammad.data.tickets;
  const run = (only?: readonly number[]) =>
    runImport({
      odoo: createOdoo(worlds.service),
      sayIn: i18n.sayIn,
      importer: world.importer,
      clock,
      log: createSilentLog(),
      signal: new AbortController().signal,
      mode: 'import',
      trigger: 'shell',
      only,
    });

  expect(await run([first?.id ?? 0, second?.id ?? 0])).toMatchObject({ read: 2, created: 2 });
  expect(Object.keys((await world.readState()).tickets)).toHaveLength(2);
  expect(await run()).toMatchObject({ created: world.zammad.data.tickets.length - 2 });
});

describe('a source that fails', () => {
  test('raises one activity for each administrator after three failures, until it works again', async () => {
    const { world, job } = await start();
    await turn(job);
    await press(world, 'import');
    await turn(job);
    const source = await readSource(world);
    let isLocked = true;
    world.zammad.fail({ status: 401, times: Number.POSITIVE_INFINITY, match: { when: () => isLocked } });

    const raised: number[] = [];
    for (let failure = 1; failure <= 4; failure += 1) {
      pass(5);
      await expect(turn(job)).rejects.toMatchObject({ code: 'zammad_not_zammad' });
      raised.push((await readActivities(source.id)).length);
    }
    const failed = await readSource(world);
    isLocked = false;
    pass(5);
    await turn(job);

    expect(raised).toEqual([0, 0, raised[2], raised[2]]);
    expect(raised[2]).toBeGreaterThan(0);
    expect(failed).toMatchObject({ x_failures: 4, x_last_result: expect.stringContaining('→') });
    expect(await readRuns(world)).toMatchObject([...Array(4).fill({ x_state: 'failed' }), {}]);
    expect(await readActivities(source.id)).toEqual([]);
    expect(await readSource(world)).toMatchObject({ x_failures: 0, x_last_result: false });
  });

  test('whose record Odoo does not take is said once, and holds none of the others back', async () => {
    const { world, job } = await start();
    await turn(job);
    await press(world, 'import');
    const broken = { ...world.importer, key: `broken${world.suffix}` };
    const errors: unknown[] = [];
    const refusing = createOdoo({
      async call(model, method, ...rest) {
        if (model === ImportSource.name && method === 'load')
          return { ids: false, messages: [{ type: 'error', message: 'no', record: 0 }] };
        return worlds.service.call(model, method, ...rest);
      },
    });
    const both = createJobOf([broken, world.importer], refusing);

    await turn(both, errors);
    await turn(both, errors);

    expect(await readRuns(world)).toMatchObject([{ x_state: 'done' }]);
    expect(errors).toMatchObject([['an import source cannot be kept in Odoo', { source: broken.key }]]);
  });

  test('shows a run that was cut short as interrupted, and goes on', async () => {
    const { world, job } = await start();
    await turn(job);
    await press(world, 'import');
    await expect(turn(createJob(world, dieAt('x_support.ticket.write_records')))).rejects.toThrow('killed');
    expect(await readRuns(world)).toMatchObject([{ x_state: 'running' }]);
    await endLease(world);

    await turn(job);

    expect(await readRuns(world)).toMatchObject([{ x_state: 'done' }, { x_state: 'interrupted' }]);
  });
});

async function start(options?: WorldOptions): Promise<{ readonly world: World; readonly job: ProcessJob }> {
  const world = await worlds.start(options);
  now = new Date();
  return { world, job: createJob(world) };
}

function createJob({ importer }: World, odoo = createOdoo(worlds.service)): ProcessJob {
  return createJobOf([importer], odoo);
}

function createJobOf(importers: readonly Importer[], odoo = createOdoo(worlds.service)): ProcessJob {
  return createImportJob({ odoo, sayIn: i18n.sayIn, importers, clock, pollSeconds: 1, metrics });
}

/** One look of the service at Odoo, and the end of what it began. */
async function turn(job: ProcessJob, errors: unknown[] = []): Promise<void> {
  const begun: Promise<void>[] = [];
  const silent = createSilentLog();
  const log: Log = { ...silent, error: (...entry: unknown[]) => errors.push(entry) as never };
  const context = { log, signal: new AbortController().signal };
  await job.run({
    ...context,
    start(_, work) {
      begun.push(work(context));
      return true;
    },
  });
  await Promise.all(begun);
}

/** The time of whoever holds it is up. */
async function endLease({ importer }: World): Promise<void> {
  const jobs = createOdoo(worlds.service).model(SupportJob);
  const rows = await jobs.search([['x_key', '=', `import ${importer.key}`]]);
  expect(rows).toHaveLength(1);
  await jobs.write(rows, { x_until: '2020-01-01 00:00:00' });
}

const pass = (minutes: number) => {
  now = new Date(now.getTime() + minutes * 60_000);
};

/** From one call on nothing reaches Odoo any more. */
function dieAt(fatal: string) {
  let isDead = false;
  return createOdoo({
    async call(model, method, args, kwargs, options) {
      isDead ||= nameCall(model, method, kwargs) === fatal;
      if (isDead) throw new Error('killed');
      return worlds.service.call(model, method, args, kwargs, options);
    },
  });
}

async function press(world: World, button: string, user: OdooClient = worlds.backend.client): Promise<void> {
  const [action] = await findExternalIds(worlds.backend.odoo, [`__supportdesk__.action_request_${button}`]);
  const { id } = await readSource(world);
  const context = { active_model: ImportSource.name, active_id: id, active_ids: [id] };
  await user.call('ir.actions.server', 'run', [[action?.recordId]], { context });
}

async function edit(world: World, values: { readonly x_interval?: number; readonly x_cron?: string }) {
  const { id } = await readSource(world);
  await worlds.backend.odoo.model(ImportSource).write([id], values);
}

async function readSource({ sourceName }: World) {
  const fields = ['x_failures', 'x_last_run_at', 'x_last_success_at', 'x_last_result', 'x_problem'] as const;
  const [row] = await worlds.backend.odoo
    .model(ImportSource)
    .searchRead([['x_key', '=', sourceName]], { fields });
  if (!row) throw new Error('Odoo does not show the source');
  return row;
}

/** The newest first. */
async function readRuns({ sourceName }: World) {
  const fields = [
    'x_state',
    'x_mode',
    'x_trigger',
    'x_read',
    'x_created',
    'x_updated',
    'x_finished_at',
    'x_log',
  ] as const;
  return worlds.backend.odoo
    .model(ImportRun)
    .searchRead([['x_source_id.x_key', '=', sourceName]], { fields });
}

function readActivities(sourceId: number) {
  return worlds.backend.odoo.model(Activity).search([
    ['res_model', '=', ImportSource.name],
    ['res_id', '=', sourceId],
  ]);
}
