import { type Kept, placeholders, resolveBody, resolvePath, type Scenario, type Step } from './scenario.ts';

export interface Target {
  readonly url: string;
  readonly database: string;
  readonly login: string;
  readonly password: string;
}

/** A step as it went over the wire. */
export interface Exchange {
  readonly name: string;
  readonly path: string;
  readonly request: unknown;
  readonly status: number;
  readonly cookies: readonly string[];
  readonly response: unknown;
}

/** Plays a scenario on an Odoo, step after step. */
export async function runScenario(scenario: Scenario, target: Target): Promise<Exchange[]> {
  const jars = new Map<string, string>();
  const exchanges: Exchange[] = [];
  let kept: Kept = {};
  const uid = await authenticate(target);
  for (const [position, step] of scenario.steps.entries()) {
    const body = fill(resolveBody(step, kept), { ...target, uid });
    const path = resolvePath(step, kept);
    const { response, cookies, status } = await send({ ...step, path }, body, position + 1, target, jars);
    exchanges.push({ name: step.name, path, request: body ?? null, status, cookies, response });
    const result = resultOf(response);
    if (step.keep) kept = { ...kept, [step.keep]: result };
  }
  return exchanges;
}

async function authenticate({ url, database, login, password }: Target): Promise<unknown> {
  const answer = await fetch(`${url}/jsonrpc`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      params: { service: 'common', method: 'authenticate', args: [database, login, password, {}] },
    }),
  });
  const uid = resultOf(await answer.json());
  if (!uid) throw new Error(`cannot log in to ${url}, database ${database}`);
  return uid;
}

async function send(
  step: Step & { readonly path: string },
  body: unknown,
  id: number,
  target: Target,
  jars: Map<string, string>,
) {
  const cookie = jars.get(step.person ?? '');
  const json = typeof body === 'object' && body !== null;
  const answer = await fetch(target.url + step.path, {
    method: step.method,
    redirect: 'manual',
    headers: {
      ...(json && { 'content-type': 'application/json' }),
      ...(cookie && { cookie }),
      ...step.headers,
    },
    ...(body !== undefined && {
      body: json ? JSON.stringify({ jsonrpc: '2.0', method: 'call', id, params: body }) : String(body),
    }),
  });
  const cookies = [...new Set(answer.headers.getSetCookie())];
  const session = cookies.find((line) => line.startsWith('session_id='))?.split(';')[0];
  if (step.person && session) jars.set(step.person, session);
  return { response: parse(await answer.text()), cookies, status: answer.status };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

export const resultOf = (response: unknown): unknown =>
  typeof response === 'object' && response !== null && 'result' in response ? response.result : undefined;

/** Puts the target's own names where the scenario left them open. */
function fill(value: unknown, target: Target & { readonly uid: unknown }): unknown {
  if (Array.isArray(value)) return value.map((item) => fill(item, target));
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, fill(item, target)]));
  }
  for (const [name, placeholder] of Object.entries(placeholders)) {
    if (value === placeholder) return Reflect.get(target, name);
  }
  return value;
}
