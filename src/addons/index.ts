import type { Addon } from './addon.ts';
import { tickets } from './tickets/addon.ts';

export const addons: readonly Addon[] = [tickets];
