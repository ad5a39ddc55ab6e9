import type { Addon } from '../../src/addons/addon.ts';
import { addons } from '../../src/addons/index.ts';
import { apply } from '../../src/deploy/apply.ts';
import { plan } from '../../src/deploy/plan.ts';
import type { OdooClient } from '../../src/odoo/client.ts';
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
}

/** An Odoo that holds everything the product declares, and an account as `serve` and `import` have it. */
export async function startDeployed({ on = addons, languages = [] }: Setup = {}): Promise<Deployed> {
  const backend = await startBackend();
  for (const code of languages) await installLanguage(backend.odoo, code);
  const declarations = on.map(({ declaration }) => declaration);
  await apply(backend.odoo, await plan(backend.odoo, declarations), () => undefined);
  return { backend, service: await createServiceAccount(backend) };
}
