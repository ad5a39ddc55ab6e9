import type { Addon } from '../addon.ts';
import { ticketPanels } from '../tickets/slots/ticket-panel.ts';
import { operationsConfig } from './config.ts';
import { operations as declaration } from './declaration.ts';
import { splitPanel } from './panel.ts';

export const operations: Addon = {
  declaration,
  config: operationsConfig,
  contributes: [ticketPanels.with(splitPanel)],
};
