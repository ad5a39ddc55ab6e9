/** What earlier steps kept, by label. */
export type Kept = Readonly<Record<string, unknown>>;

type Given<T> = T | ((kept: Kept) => T);

/** One HTTP exchange of a scenario. */
export interface Step {
  readonly name: string;
  readonly method: 'GET' | 'POST';
  readonly path: Given<string>;
  /** The cookie jar to use: each person has one; nobody's requests carry no cookie. */
  readonly person?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** A text body as it stands, or JSON-RPC `params`. */
  readonly body?: Given<unknown>;
  /** Keeps the result under this label. */
  readonly keep?: string;
  /** What of the result counts; the whole of it where absent. */
  readonly view?: (result: unknown) => unknown;
}

export interface Scenario {
  readonly name: string;
  readonly steps: readonly Step[];
}

export interface StepOptions {
  readonly keep?: string;
  readonly view?: (result: unknown) => unknown;
  readonly context?: Readonly<Record<string, unknown>>;
}

/** Replaced by the runner: they differ from one Odoo to the next. */
export const placeholders = {
  database: '<db>',
  uid: '<uid>',
  login: '<login>',
  password: '<password>',
} as const;

export const scenario = (name: string, steps: readonly (Step | readonly Step[])[]): Scenario => ({
  name,
  steps: steps.flat(),
});

/** A call by the administrator, as the service account makes it. */
export const admin = (
  name: string,
  model: string,
  method: string,
  args: Given<readonly unknown[]> = [],
  keywords: Given<Readonly<Record<string, unknown>>> = {},
  options: StepOptions = {},
): Step => ({
  name,
  method: 'POST',
  path: '/jsonrpc',
  body: (kept: Kept) => {
    const { database, uid, password } = placeholders;
    const given = [model, method, resolve(args, kept), resolve(keywords, kept)];
    return { service: 'object', method: 'execute_kw', args: [database, uid, password, ...given] };
  },
  ...options,
});

/** A call by a person with a session. */
export const asPerson = (
  person: string,
  name: string,
  model: string,
  method: string,
  args: Given<readonly unknown[]> = [],
  keywords: Given<Readonly<Record<string, unknown>>> = {},
  options: StepOptions = {},
): Step => ({
  name,
  method: 'POST',
  path: `/web/dataset/call_kw/${model}/${method}`,
  person,
  body: (kept: Kept) => ({ model, method, args: resolve(args, kept), kwargs: resolve(keywords, kept) }),
  ...options,
});

/** A JSON-RPC request to any address. */
export const rpc = (
  name: string,
  path: string,
  params: unknown,
  options: StepOptions & {
    readonly person?: string;
    readonly headers?: Readonly<Record<string, string>>;
  } = {},
): Step => ({ name, method: 'POST', path, body: params, ...options });

/** A plain request, with a body that is sent as it stands. */
export const plain = (
  name: string,
  method: 'GET' | 'POST',
  path: string,
  body?: string,
  headers: Readonly<Record<string, string>> = {},
): Step => ({ name, method, path, headers, ...(body !== undefined && { body }) });

export const login = (person: string, user: string, password: string, options: StepOptions = {}): Step =>
  rpc(
    `${person} logs in`,
    '/web/session/authenticate',
    { db: placeholders.database, login: user, password },
    { person, view: pickKeys(sessionKeys), ...options },
  );

export const sessionKeys = [
  ...['uid', 'is_system', 'is_admin', 'is_public', 'is_internal_user', 'user_context'],
  ...['name', 'username', 'partner_display_name', 'partner_id'],
];

/** Only these keys of a result, or of every record in it. */
export const pickKeys =
  (keys: readonly string[]) =>
  (result: unknown): unknown => {
    if (Array.isArray(result)) return result.map(pickKeys(keys));
    if (typeof result !== 'object' || result === null) return result;
    return Object.fromEntries(Object.entries(result).filter(([key]) => keys.includes(key)));
  };

export const count = (result: unknown) => (Array.isArray(result) ? result.length : result);

function resolve<T>(given: Given<T>, kept: Kept): T {
  return typeof given === 'function' ? (given as (kept: Kept) => T)(kept) : given;
}

export const resolvePath = (step: Step, kept: Kept): string => resolve(step.path, kept);

export const resolveBody = (step: Step, kept: Kept): unknown =>
  step.body === undefined ? undefined : resolve(step.body, kept);
