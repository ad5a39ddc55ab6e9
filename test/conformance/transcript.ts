import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { Exchange, Target } from './run-scenario.ts';

export interface Transcript {
  readonly recordedAt: string;
  readonly exchanges: readonly Exchange[];
}

const fileOf = (scenario: string) => new URL(`./transcripts/${scenario}.json`, import.meta.url);

export function readTranscript(scenario: string): Transcript | undefined {
  const file = fileOf(scenario);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Transcript) : undefined;
}

/** One exchange a line, without secrets and tracebacks. */
export function writeTranscript(scenario: string, transcript: Transcript, target: Target): void {
  const lines = transcript.exchanges.map((exchange) =>
    JSON.stringify(mask(withoutPassword(exchange), target)),
  );
  const text = `{"recordedAt":"${transcript.recordedAt}","exchanges":[\n${lines.join(',\n')}\n]}\n`;
  writeFileSync(fileOf(scenario), text);
}

/** The third argument of `execute_kw`. */
function withoutPassword(exchange: Exchange): Exchange {
  const { request } = exchange;
  if (typeof request !== 'object' || request === null || !('args' in request)) return exchange;
  if (exchange.path !== '/jsonrpc' || !Array.isArray(request.args) || request.args.length < 3)
    return exchange;
  return { ...exchange, request: { ...request, args: request.args.with(2, '<password>') } };
}

/** Long, and of no interest. */
const dropped = new Set(['debug', 'storeData', 'avatar_128', 'author_avatar', 'cache_hashes', 'view_info']);

/** What must not, or need not, be kept. */
export function mask(value: unknown, target: Target): unknown {
  if (Array.isArray(value)) return value.map((item) => mask(item, target));
  if (typeof value === 'string') return maskText(value, target);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([key]) => !dropped.has(key));
  return Object.fromEntries(
    entries.map(([key, item]) => [key, key === 'password' ? '<password>' : mask(item, target)]),
  );
}

function maskText(text: string, target: Target): string {
  if (text === target.password && text !== target.login) return '<password>';
  if (text === target.database) return '<db>';
  return text
    .replace(/session_id=[\w-]+/g, 'session_id=<session>')
    .replace(/Expires=[^;]+/g, 'Expires=<date>')
    .replaceAll(target.url, '<url>');
}
