import type { Addon } from '../addon.ts';
import { tickets as declaration } from './declaration.ts';
import { ticketRoutes as routes } from './routes.ts';

export const tickets: Addon = { declaration, routes };
