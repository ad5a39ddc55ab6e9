import type { Addon } from './addon.ts';
import { imports } from './imports/addon.ts';
import { teams } from './teams/addon.ts';
import { tickets } from './tickets/addon.ts';
import { zammad } from './zammad/addon.ts';

export const addons: readonly Addon[] = [tickets, teams, imports, zammad];
