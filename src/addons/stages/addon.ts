import type { Addon } from '../addon.ts';
import { ticketFields } from '../tickets/slots/ticket-field.ts';
import { ticketStatuses } from '../tickets/slots/ticket-status.ts';
import { stagesConfig } from './config.ts';
import { stages as declaration } from './declaration.ts';
import { stageField, stageStatus } from './stage-status.ts';

export const stages: Addon = {
  declaration,
  config: stagesConfig,
  contributes: [ticketStatuses.with(stageStatus), ticketFields.with(stageField)],
};
