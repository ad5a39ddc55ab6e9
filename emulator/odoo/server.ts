import { type BreakableServer, type CallInfo, startBreakableServer } from '../http/breakable-server.ts';
import { createEngine } from './create-engine.ts';
import { describeCall } from './http/describe-call.ts';
import { createRoutes } from './http/routes.ts';

export interface OdooEmulatorOptions {
  /** 0, the default, takes any free port. */
  readonly port?: number;
  readonly host?: string;
  readonly database?: string;
  readonly adminPassword?: string;
  readonly clock?: () => Date;
  /** Whether `X-Forwarded-For`, next to `X-Forwarded-Host`, names the client, as in Odoo's `proxy_mode`. */
  readonly proxyMode?: boolean;
  /** What `backup` of another one gave: the database is a copy of that one. */
  readonly backup?: Uint8Array | undefined;
}

export interface OdooEmulator extends BreakableServer<CallInfo> {
  readonly database: string;
  /** The whole database as it is now. */
  backup(): Uint8Array;
}

/** An Odoo 18 of one database, in memory: it answers what the product asks as the real one does. */
export async function startOdooEmulator(options: OdooEmulatorOptions = {}): Promise<OdooEmulator> {
  const { port, host, database = 'supportdesk', adminPassword = 'admin', proxyMode = true } = options;
  const { clock = () => new Date(), backup } = options;
  const engine = createEngine({ database, adminPassword, clock, backup });
  const answer = createRoutes(engine, { proxyMode });
  const server = await startBreakableServer({ port, host, describe: describeCall, answer });
  return { database, backup: engine.store.backup, ...server };
}
