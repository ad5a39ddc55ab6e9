import type { Addon } from '../addon.ts';
import { teamsConfig } from './config.ts';
import { teams as declaration } from './declaration.ts';

export const teams: Addon = { declaration, config: teamsConfig };
