import type { Addon } from '../addon.ts';
import { assignmentConfig } from './config.ts';
import { assignment as declaration } from './declaration.ts';
import { seedTeam } from './demo.ts';

export const assignment: Addon = { declaration, config: assignmentConfig, demo: seedTeam };
