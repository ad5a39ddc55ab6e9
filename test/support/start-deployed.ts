import { addons } from '../../src/addons/index.ts';
import { apply } from '../../src/deploy/apply.ts';
import { plan } from '../../src/deploy/plan.ts';
import type { OdooClient } from '../../src/odoo/client.ts';
import { createServiceAccount } from './create-service-account.ts';
import { type Backend, startBackend } from './start-backend.ts';

export interface Deployed {
  readonly backend: Backend;
  /** With its one group and no more. */
  readonly service: OdooClient;
}

/** An Odoo that holds everything the product declares, and an account as `serve` and `import` have it. */
export async function startDeployed(): Promise<Deployed> {
  const backend = await startBackend();
  const declarations = addons.map(({ declaration }) => declaration);
  await apply(backend.odoo, await plan(backend.odoo, declarations), () => undefined);
  return { backend, service: await createServiceAccount(backend) };
}
