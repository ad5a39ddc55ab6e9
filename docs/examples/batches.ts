import type { Odoo } from '../../src/odoo/model-api.ts';
import { Contact } from './shapes.ts';

export async function createMany(odoo: Odoo, count: number, report: (written: number) => void) {
  function* contacts() {
    for (let n = 1; n <= count; n += 1) yield { name: `Contact ${n}`, email: `contact-${n}@example.com` };
  }
  const quiet = odoo.model(Contact).with({ context: { tracking_disable: true } });
  const ids = await quiet.createInBatches(contacts(), {
    batchSize: 200,
    onBatch: (batch) => report(batch.length),
  });
  await quiet.writeInBatches(ids, { is_company: true });
  return ids;
}
