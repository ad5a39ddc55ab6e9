import type { Addon } from '../addon.ts';
import { stagesConfig } from './config.ts';
import { stages as declaration } from './declaration.ts';

export const stages: Addon = {
  declaration,
  config: stagesConfig,
};
