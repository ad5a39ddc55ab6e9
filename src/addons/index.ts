import type { Addon } from './addon.ts';
import { imports } from './imports/addon.ts';
import { jobs } from './jobs/addon.ts';
import { teams } from './teams/addon.ts';
import { teamChoice } from './teams/team-choice.ts';
import { teamGroup } from './teams/team-group.ts';
import { createTickets } from './tickets/addon.ts';
import { withTexts } from './with-texts.ts';
import { zammad } from './zammad/addon.ts';

export const addons: readonly Addon[] = withTexts([
  createTickets([teamGroup], [teamChoice]),
  teams,
  jobs,
  imports,
  zammad,
]);
