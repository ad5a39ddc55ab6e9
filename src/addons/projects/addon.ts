import type { Addon } from '../addon.ts';
import { projectsConfig } from './config.ts';
import { projects as declaration } from './declaration.ts';

/** What customers see of it hangs on the configuration, so that brings the fields of tickets. */
export const projects: Addon = { declaration, config: projectsConfig };
