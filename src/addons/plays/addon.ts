import type { Addon } from '../addon.ts';
import { playsConfig } from './config.ts';
import { plays as declaration } from './declaration.ts';

export const plays: Addon = { declaration, config: playsConfig };
