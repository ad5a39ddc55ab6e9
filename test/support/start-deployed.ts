import { readFile } from 'node:fs/promises';
import { inject } from 'vitest';
import type { Addon } from '../../src/addons/addon.ts';
import { addons } from '../../src/addons/index.ts';
import { apply } from '../../src/deploy/apply.ts';
import { plan } from '../../src/deploy/plan.ts';
import type { OdooClient } from '../../src/odoo/client.ts';
import type { Odoo } from '../../src/odoo/model-api.ts';
import { createServiceAccount } from './create-service-account.ts';
import { installLanguage } from './install-language.ts';
import { type Backend, startBackend } from './start-backend.ts';

export interface Deployed {
  readonly backend: Backend;
  /** With its one group and no more. */
  readonly service: OdooClient;
}

export interface Setup {
  /** The addons as an organisation has them. */
  readonly on?: readonly Addon[];
  /** Odoo's codes of languages that are loaded before anything is applied. */
  readonly languages?: readonly string[];
  /** By which the emulator lives. */
  readonly clock?: () => Date;
}

/** An Odoo that holds everything the product declares, and an account as `serve` and `import` have it. */
export async function startDeployed({ on = addons, languages = [], clock }: Setup = {}): Promise<Deployed> {
  const template = on === addons && languages.length === 0 ? inject('deployedTemplate') : undefined;
  const backend = await startBackend({
    clock,
    backup: template === undefined ? undefined : await readFile(template),
  });
  for (const code of languages) await installLanguage(backend.odoo, code);
  // Of a real Odoo nobody knows what it holds.
  if (template === undefined || backend.kind === 'live') await deploy(backend.odoo, on);
  return { backend, service: await createServiceAccount(backend) };
}

export async function deploy(odoo: Odoo, on: readonly Addon[]): Promise<void> {
  const declarations = on.map(({ declaration }) => declaration);
  await apply(odoo, await plan(odoo, declarations), () => undefined);
}
