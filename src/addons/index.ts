import type { Addon } from './addon.ts';
import { tickets } from './tickets/addon.ts';
import { zammad } from './zammad/addon.ts';

export const addons: readonly Addon[] = [tickets, zammad];
