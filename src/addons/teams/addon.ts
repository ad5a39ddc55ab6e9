import type { Addon } from '../addon.ts';
import { ticketFields } from '../tickets/slots/ticket-field.ts';
import { teamsConfig } from './config.ts';
import { teams as declaration } from './declaration.ts';
import { teamField } from './team-field.ts';

export const teams: Addon = {
  declaration,
  config: teamsConfig,
  contributes: [ticketFields.with(teamField)],
};
