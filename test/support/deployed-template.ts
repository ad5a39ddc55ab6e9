import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startOdooEmulator } from '../../emulator/odoo/server.ts';
import { addons } from '../../src/addons/index.ts';
import { OdooClient } from '../../src/odoo/client.ts';
import { createOdoo } from '../../src/odoo/model-api.ts';
import { createTransport } from '../../src/odoo/transport.ts';
import { installNeeded } from './install-needed.ts';
import { deploy } from './start-deployed.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** A file: an emulated Odoo with everything applied, for others to begin with. */
    deployedTemplate: string | undefined;
  }
}

/** Applies everything to an emulated Odoo once, before any test of the project. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'supportdesk-template-'));
  const emulator = await startOdooEmulator();
  const transport = createTransport({ baseUrl: emulator.url });
  const login = { db: emulator.database, username: 'admin', password: 'admin' };
  try {
    const odoo = createOdoo(new OdooClient({ transport, ...login }));
    await installNeeded(odoo);
    await deploy(odoo, addons);
    const path = join(folder, 'deployed');
    await writeFile(path, emulator.backup());
    project.provide('deployedTemplate', path);
  } finally {
    transport.close();
    await emulator.close();
  }
  return () => rm(folder, { recursive: true });
}
