import type { Addon } from '../addon.ts';
import { assignmentConfig } from './config.ts';
import { assignment as declaration } from './declaration.ts';

export const assignment: Addon = { declaration, config: assignmentConfig };
