import type { Exchange } from './run-scenario.ts';

export interface Normalized {
  readonly name: string;
  readonly status: number;
  readonly cookies: readonly string[];
  readonly response: unknown;
}

export interface NormalizeOptions {
  /** When the exchange took place: moments within a day of it say no more than "now". */
  readonly now: Date;
  readonly view?: ((result: unknown) => unknown) | undefined;
}

/** An exchange without what differs from one run to the next: ids, moments, tokens, names of hosts. */
export function normalize(exchange: Exchange, { now, view }: NormalizeOptions): Normalized {
  return {
    name: exchange.name,
    status: exchange.status,
    cookies: exchange.cookies.filter(isSession).map(normalizeCookie),
    response: normalizeResponse(exchange, now, view),
  };
}

/** The other cookies are the web client's own. */
const isSession = (line: string) => line.startsWith('session_id=');

const normalizeCookie = (line: string) =>
  line.replace(/^session_id=[^;]*/, 'session_id=<session>').replace(/;\s*expires=[^;]*/i, '');

function normalizeResponse(exchange: Exchange, now: Date, view: NormalizeOptions['view']): unknown {
  const { response } = exchange;
  if (typeof response === 'string') return normalizeValue(view ? view(response) : response, now);
  if (!isObject(response)) return response;
  const { result, error, ...envelope } = response;
  const seen = view && result !== undefined ? view(result) : result;
  const masked = isNewId(exchange, seen) ? '<id>' : normalizeValue(seen, now);
  return {
    ...envelope,
    ...(result !== undefined && { result: masked }),
    ...(isObject(error) && { error: normalizeError(error, now) }),
  };
}

const makesRecords = new Set(['create', 'message_post']);

/** The bare number that a creating method answers. */
function isNewId({ request, path }: Exchange, result: unknown): boolean {
  if (typeof result !== 'number') return false;
  const args = isObject(request) && Array.isArray(request.args) ? request.args : [];
  const method = path === '/jsonrpc' ? args[4] : path.split('/').pop();
  return typeof method === 'string' && makesRecords.has(method);
}

function normalizeError(error: Readonly<Record<string, unknown>>, now: Date): unknown {
  const { code, message, data } = error;
  if (!isObject(data)) return error;
  const { name, message: text } = data;
  return {
    code,
    message,
    data: { name, message: normalizeValue(text, now) },
  };
}

function normalizeValue(value: unknown, now: Date, key = ''): unknown {
  if (typeof value === 'string') return normalizeText(value, now);
  if (typeof value === 'number') return isIdKey(key) ? '<id>' : value;
  if (Array.isArray(value)) return normalizeList(value, now);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [
      /^\d+$/.test(name) ? '<id>' : name,
      normalizeValue(item, now, name),
    ]),
  );
}

const isIdKey = (key: string) => key === 'id' || key === 'uid' || key.endsWith('_id') || key.endsWith('_uid');

/** Lists of numbers are ids, and so is a number beside a name, or behind a model's. */
function normalizeList(list: readonly unknown[], now: Date): unknown {
  if (list.length > 0 && list.every((item) => typeof item === 'number')) return list.map(() => '<id>');
  const [id, name, operand] = list;
  const compares = list.length === 3 && typeof id === 'string' && typeof operand === 'number';
  if (compares && isIdKey(id)) return [id, name, '<id>'];
  if (list.length === 2 && typeof id === 'number' && (typeof name === 'string' || name === false)) {
    return ['<id>', normalizeValue(name, now)];
  }
  if (list.length === 2 && typeof id === 'string' && id.includes('.') && typeof name === 'number')
    return [id, '<id>'];
  return list.map((item) => normalizeValue(item, now));
}

const day = 86_400_000;
const moment = /\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d(?:\.\d+)?/g;

function normalizeText(text: string, now: Date): string {
  return text
    .replace(moment, (found) => {
      const time = new Date(`${found.slice(0, 19).replace(' ', 'T')}Z`).getTime();
      return Math.abs(time - now.getTime()) < day ? '<now>' : found;
    })
    .replace(/\nLINE 1:[\s\S]*$/, '\n')
    .replace(/<[^<>\s]+@[^<>\s]+>/g, (found) => (/openerp|emulator/.test(found) ? '<message-id>' : found))
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, '<uuid>')
    .replace(/\b([a-z_]+(?:\.[a-z_]+)+)\((\d+(?:, ?\d+)*,?)\)/g, '$1(<id>)')
    .replace(/\b([a-z_]+(?:\.[a-z_]+)+),(\d+)\b/g, '$1,<id>')
    .replace(/\b([a-z_]+(?:\.[a-z_]+)+): (\d+)(?=[,)])/g, '$1: <id>')
    .replace(/(User: |id=|Records: \[|Record: )(\d[\d, ]*)/g, '$1<id>')
    .replace(/of different model ([\w.]+) \(\d+\)/g, 'of different model $1 (<id>)')
    .replace(/\[\[\d+, 'form'\]\]/g, "[[<id>, 'form']]")
    .replace(/'res_id': \d+/g, "'res_id': <id>")
    .replace(/server at "[^"]+", port \d+/g, 'server at "<host>"')
    .replace(/18\.0-\d{8}/g, '18.0-<build>');
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
