import type { Addon } from '../addon.ts';
import { appointmentsConfig } from './config.ts';
import { appointments as declaration } from './declaration.ts';

export const appointments: Addon = { declaration, config: appointmentsConfig };
