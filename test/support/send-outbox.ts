import type { Odoo } from '../../src/odoo/model-api.ts';
import { mailKind } from '../../src/outbox/mail-kind.ts';
import { createOutboxJob } from '../../src/outbox/outbox-job.ts';
import { runClusterJob } from './run-cluster-job.ts';

/** Sends what waits in the outbox, as `serve` does every few seconds. */
export function sendOutbox(service: Odoo, now = new Date()): Promise<void> {
  return runClusterJob(createOutboxJob({ odoo: service, clock: { now: () => now }, kinds: [mailKind] }));
}
