import type { Addon } from '../addon.ts';
import { tickets as declaration } from './declaration.ts';

export const tickets: Addon = { declaration };
