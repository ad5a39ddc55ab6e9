import type { Addon } from '../addon.ts';
import { roles as declaration } from './declaration.ts';

export const roles: Addon = { declaration };
