import type { Addon } from '../addon.ts';
import { audit as declaration } from './declaration.ts';

export const audit: Addon = { declaration };
