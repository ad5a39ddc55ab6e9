import { Registry } from 'prom-client';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { ImportRefusal } from '../../src/addons/imports/import-refusal.ts';
import { createImportJob } from '../../src/addons/imports/job.ts';
import { createImportMetrics } from '../../src/addons/imports/metrics.ts';
import { ImportRun, ImportSource } from '../../src/addons/imports/models.ts';
import { Activity } from '../../src/odoo/builtin-models.ts';
import type { OdooClient } from '../../src/odoo/client.ts';
import { findExternalIds } from '../../src/odoo/external-ids.ts';
import { createOdoo } from '../../src/odoo/model-api.ts';
import { createSilentLog } from '../support/create-silent-log.ts';
import { i18n } from '../support/i18n.ts';
import type { World } from './import-world.ts';
import { setUpWorlds } from './set-up-worlds.ts';

const worlds = setUpWorlds();
const metrics = createImportMetrics(new Registry());

beforeAll(async () => {
  const { odoo } = worlds.backend;
  const context = { active_test: false };
  const codes = ['nl_NL', 'fr_FR', 'th_TH'];
  const ids = await odoo.call('res.lang', 'search', [[['code', 'in', codes]]], { context });
  await odoo.call('res.lang', 'write', [ids, { active: true }]);
});
afterEach(async () => {
  await speak(worlds.service, 'en_US');
  await speak(worlds.backend.client, 'en_US');
});

describe('an import', () => {
  test('leaves what everybody reads in the language of the service account', async () => {
    const { world, turn } = await start();
    await speak(worlds.service, 'nl_NL');
    const { id } = await readSource(world);
    await worlds.backend.odoo.model(ImportSource).write([id], { x_cron: 'every day' });
    await turn();
    expect((await readSource(world)).x_problem).toBe(
      '“every day” is geen cron-expressie; tot die verbeterd is, geldt het interval.',
    );

    await press(world, 'import');
    world.zammad.fail({ status: 503, times: 20 });
    await turn();

    expect((await readSource(world)).x_last_result).toMatch(/→ Wacht even; de volgende run gaat verder/);
  });

  test('reports to whoever asked for it in their language', async () => {
    const { world, turn } = await start();
    await speak(worlds.backend.client, 'th_TH');
    await turn();
    await press(world, 'dry');

    await turn();

    const [run] = await worlds.backend.odoo
      .model(ImportRun)
      .searchRead([['x_source_id.x_key', '=', world.sourceName]], { fields: ['x_log'] });
    expect(run?.x_log).toMatch(/^ไม่มีการเขียนข้อมูล/);
    expect(run?.x_log).toContain('+ ทิกเก็ต “');
  });

  test('alerts every administrator in their own language', async () => {
    const { world, turn } = await start();
    await speak(worlds.backend.client, 'fr_FR');
    await turn();
    const { id } = await readSource(world);
    await worlds.backend.odoo.model(ImportSource).write([id], { x_alert_after: 1 });
    await press(world, 'import');
    world.zammad.fail({ status: 503, times: 20 });

    await turn();

    const alerts = await worlds.backend.odoo.model(Activity).searchRead(
      [
        ['res_model', '=', ImportSource.name],
        ['res_id', '=', id],
        ['user_id', '=', await idOf(worlds.backend.client)],
      ],
      { fields: ['summary', 'note'] },
    );
    expect(alerts).toMatchObject([
      {
        summary: expect.stringMatching(/^L’importation depuis .* a échoué$/),
        note: expect.stringMatching(/Patientez un instant/),
      },
    ]);
  });

  test('says in that language, too, why a record was refused', async () => {
    const { world, turn } = await start();
    await speak(worlds.service, 'nl_NL');
    const [ticket] = world.zammad.data.tickets;
    // As a custom version of Zammad might answer.
    world.zammad.updateTicket(ticket?.id ?? 0, { state_id: 'none' as never });
    await press(world, 'import');

    await turn();

    const reasons = await worlds.backend.odoo
      .model(ImportRefusal)
      .searchRead([['x_source_id.x_key', '=', world.sourceName]], { fields: ['x_name', 'x_reason'] });
    expect(reasons).toMatchObject([
      { x_reason: expect.stringMatching(/^Het antwoord van Zammad is anders dan verwacht: state_id/) },
    ]);
  });
});

async function start() {
  const world = await worlds.start();
  const job = createImportJob({
    odoo: createOdoo(worlds.service),
    sayIn: i18n.sayIn,
    importers: [world.importer],
    clock: { now: () => new Date() },
    pollSeconds: 1,
    metrics,
  });
  /** One look of the service at Odoo, and the end of what it began, well or not. */
  const turn = async () => {
    const begun: Promise<void>[] = [];
    const context = { log: createSilentLog(), signal: new AbortController().signal };
    await job.run({
      ...context,
      start(_, work) {
        begun.push(work(context));
        return true;
      },
    });
    await Promise.allSettled(begun);
  };
  await turn();
  return { world, turn };
}

async function idOf(account: OdooClient): Promise<number> {
  return z.object({ uid: z.number() }).parse(await account.call('res.users', 'context_get', [])).uid;
}

async function speak(account: OdooClient, lang: string): Promise<void> {
  await worlds.backend.odoo.call('res.users', 'write', [[await idOf(account)], { lang }]);
}

async function press(world: World, button: string): Promise<void> {
  const [action] = await findExternalIds(worlds.backend.odoo, [`__supportdesk__.action_request_${button}`]);
  const { id } = await readSource(world);
  const context = { active_model: ImportSource.name, active_id: id, active_ids: [id] };
  await worlds.backend.client.call('ir.actions.server', 'run', [[action?.recordId]], { context });
}

async function readSource({ sourceName }: World) {
  const [row] = await worlds.backend.odoo
    .model(ImportSource)
    .searchRead([['x_key', '=', sourceName]], { fields: ['x_last_result', 'x_problem'] });
  if (!row) throw new Error('Odoo does not show the source');
  return row;
}
