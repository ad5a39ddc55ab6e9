import type { Addon } from './addon.ts';
import { imports } from './imports/addon.ts';
import { teams } from './teams/addon.ts';
import { teamGroup } from './teams/team-group.ts';
import { createTickets } from './tickets/addon.ts';
import { zammad } from './zammad/addon.ts';

export const addons: readonly Addon[] = [createTickets([teamGroup]), teams, imports, zammad];
