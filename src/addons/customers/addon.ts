import type { Addon } from '../addon.ts';
import { customers as declaration } from './declaration.ts';

export const customers: Addon = { declaration };
