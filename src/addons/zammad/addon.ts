import type { Addon } from '../addon.ts';
import { zammad as declaration } from './declaration.ts';

export const zammad: Addon = { declaration };
