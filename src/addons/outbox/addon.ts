import { describeInOwnLanguage } from '../../odoo/own-language.ts';
import { mailKind } from '../../outbox/mail-kind.ts';
import { createOutboxMetrics } from '../../outbox/metrics.ts';
import { createOutboxJob } from '../../outbox/outbox-job.ts';
import { outboxKinds } from '../../outbox/outbox-kinds.ts';
import type { Addon } from '../addon.ts';
import { checkOutbox } from './check-outbox.ts';
import { outbox as declaration } from './declaration.ts';

/** What leaves the help desk, as administrators see it in Odoo, and the job that sends it. */
export const outbox: Addon = {
  declaration,
  checks: (services) => [{ label: 'Outbox', run: () => checkOutbox(services) }],
  contributes: [outboxKinds.with(mailKind)],
  jobs: ({ odoo, clock, contributions, registry, i18n }) => [
    createOutboxJob({
      odoo,
      clock,
      kinds: outboxKinds.of(contributions),
      metrics: createOutboxMetrics(registry),
      describe: (error) => describeInOwnLanguage(odoo, i18n.sayIn, error),
    }),
  ],
};
