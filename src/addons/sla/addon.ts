import type { Addon } from '../addon.ts';
import { ticketPanels } from '../tickets/slots/ticket-panel.ts';
import { slaConfig } from './config.ts';
import { sla as declaration } from './declaration.ts';
import { explainPanel } from './explain-panel.ts';
import { createRecomputeJob } from './recompute-job.ts';

export const sla: Addon = {
  declaration,
  config: slaConfig,
  contributes: [ticketPanels.with(explainPanel)],
  jobs: ({ odoo, clock }) => [createRecomputeJob({ odoo, clock })],
};
