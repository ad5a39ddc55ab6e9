import type { Addon } from '../addon.ts';
import { accessCommand } from './access/access-command.ts';
import { roles as declaration } from './declaration.ts';

export const roles: Addon = { declaration, commands: [accessCommand] };
