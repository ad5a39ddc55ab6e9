import type { Addon } from '../addon.ts';
import { categoriesConfig } from './config.ts';
import { categories as declaration } from './declaration.ts';

/** What customers see of it hangs on the configuration, so that brings the field of tickets. */
export const categories: Addon = { declaration, config: categoriesConfig };
