import type { Addon } from '../addon.ts';
import { imports as declaration } from './declaration.ts';

export const imports: Addon = { declaration };
