import OdooAwait from 'odoo-await';
import { z } from 'zod';
import { holdsBinary } from './binary.ts';
import type { Caller, CallOptions } from './caller.ts';
import { isOdooError, OdooError } from './faults.ts';
import type { Account, OpenSession, ServiceSession } from './service-session.ts';
import { createSessions } from './session.ts';
import type { Transport } from './transport.ts';

export interface ClientOptions extends Account {
  readonly transport: Transport;
  /** What calls may go through instead of `/jsonrpc`; an account's clients share one. */
  readonly session?: ServiceSession;
}

export interface ServerVersion {
  readonly server_version: string;
  readonly server_version_info: readonly (string | number)[];
}

const Version = z.object({
  server_version: z.string(),
  server_version_info: z.array(z.union([z.string(), z.number()])),
});

type Given = Parameters<Caller['call']>;

/**
 * The service account: odoo-await with its two wire methods speaking JSON-RPC instead of XML-RPC. It logs in with its
 * first call, once. Every later one carries the password itself, to `/jsonrpc`, or goes through a session.
 */
export class OdooClient extends OdooAwait implements Caller {
  readonly #options: ClientOptions;
  #login: Promise<number> | undefined;

  constructor(options: ClientOptions) {
    super({
      baseUrl: options.transport.baseUrl,
      db: options.db,
      username: options.username,
      password: options.password,
    });
    this.#options = options;
  }

  /** Whom we talk to. @throws OdooError `odoo_not_odoo`, `odoo_version` unless it is an Odoo 18. */
  async version(): Promise<ServerVersion> {
    const version = Version.safeParse(await this.#service('common', 'version', [], { retry: true }));
    if (!version.success) {
      throw new OdooError(`${this.#options.transport.baseUrl} does not tell its version as an Odoo does`, {
        code: 'odoo_not_odoo',
        help: 'ODOO_URL must be the address of Odoo itself.',
      });
    }
    if (version.data.server_version_info[0] !== 18) {
      throw new OdooError(`this is Odoo ${version.data.server_version}, and odoo-supportdesk needs Odoo 18`, {
        code: 'odoo_version',
        help: 'Point ODOO_URL at an Odoo 18.0 Community.',
      });
    }
    return version.data;
  }

  /** Logs in and answers the user's id. @throws OdooError `odoo_access_denied`, `odoo_database`. */
  override connect(): Promise<number> {
    this.#login ??= this.#authenticate().catch((error: unknown) => {
      this.#login = undefined;
      throw error;
    });
    return this.#login;
  }

  /** odoo-await's wire method; `params` is `[args, kwargs?]`. */
  override execute_kw(model: string, method: string, params: unknown[]): Promise<unknown> {
    const [args, kwargs] = params;
    return this.call(model, method, Array.isArray(args) ? args : [], isRecord(kwargs) ? kwargs : {});
  }

  async call(
    model: string,
    method: string,
    args: readonly unknown[],
    kwargs: Readonly<Record<string, unknown>> = {},
    options: CallOptions = {},
  ): Promise<unknown> {
    const given: Given = [model, method, args, kwargs, options];
    const session = this.#options.session?.current();
    // A file is read once, as it is sent: it could not go another way after all.
    if (session && !holdsBinary([args, kwargs])) {
      const answer = await this.#callThrough(session, given);
      if (answer) return answer.result;
    }
    return this.#callPlainly(given).finally(() =>
      this.#options.session?.noteCall({
        transport: this.#options.transport,
        service: { call: (...call) => this.#callPlainly(call) },
      }),
    );
  }

  /** Undefined where Odoo has certainly not begun the call, and `/jsonrpc` must carry it out. */
  async #callThrough(session: OpenSession, given: Given): Promise<{ readonly result: unknown } | undefined> {
    const sessions = createSessions(this.#options);
    const caller = sessions.caller({ sessionId: session.id }, (id) => {
      session.id = id;
    });
    try {
      const result = await caller.call(...given);
      session.calls += 1;
      return { result };
    } catch (error) {
      if (isOdooError(error, 'odoo_session_expired')) this.#options.session?.forget(session);
      else if (!isModelUnknown(error)) throw error;
      return undefined;
    }
  }

  async #callPlainly([model, method, args, kwargs = {}, options = {}]: Given): Promise<unknown> {
    const { db, password } = this.#options;
    const uid = await this.connect();
    return this.#service('object', 'execute_kw', [db, uid, password, model, method, args, kwargs], options);
  }

  async #authenticate(): Promise<number> {
    const { db, username, password } = this.#options;
    const uid = await this.#service('common', 'authenticate', [db, username, password, {}], {
      retry: true,
    }).catch((error: unknown) => {
      throw isOdooError(error, 'odoo_database') ? unknownDatabase(db, error) : error;
    });
    if (typeof uid === 'number' && uid > 0) return uid;
    throw new OdooError(`Odoo does not accept the login "${username}" for the database "${db}"`, {
      code: 'odoo_access_denied',
      help: 'Check ODOO_USERNAME and ODOO_PASSWORD. A user with two-factor login needs an API key as password.',
    });
  }

  async #service(
    service: string,
    method: string,
    args: readonly unknown[],
    options: CallOptions,
  ): Promise<unknown> {
    const answer = await this.#options.transport.call({
      path: '/jsonrpc',
      params: { service, method, args },
      retry: options.retry ?? false,
      signal: options.signal ?? undefined,
    });
    return answer.result;
  }
}

/** A session that names no model of this Odoo is told what a page says that is not there; `/jsonrpc` says more. */
function isModelUnknown(error: unknown): boolean {
  return isOdooError(error) && error.odooName === 'werkzeug.exceptions.NotFound';
}

function unknownDatabase(db: string, cause: OdooError): OdooError {
  return new OdooError(`Odoo has no database "${db}"`, {
    code: 'odoo_database',
    help: 'Check ODOO_DB: names are case-sensitive. Odoo lists them at /web/database/selector.',
    cause,
  });
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
