import { createLogger, format, type Logger, transports } from 'winston';
import { redact } from './redact.ts';

export type Log = Pick<Logger, 'error' | 'warn' | 'info' | 'debug'>;

export interface LogOptions {
  readonly level: 'error' | 'warn' | 'info' | 'debug';
  readonly format: 'text' | 'json';
}

/** Logs go to stderr, so that what a command prints on stdout stays clean. */
export function createLog(options: LogOptions): Log {
  return createLogger({
    level: options.level,
    format: format.combine(
      format.timestamp(),
      redactSecrets(),
      options.format === 'json' ? format.json() : plainText(),
    ),
    transports: [new transports.Console({ stderrLevels: ['error', 'warn', 'info', 'debug'] })],
  });
}

const redactSecrets = format((info) => Object.assign(info, redact({ ...info })));

function plainText() {
  return format.printf(({ timestamp, level, message, ...rest }) => {
    const details = Object.entries(rest)
      .filter(([, value]) => value !== undefined)
      .map(([key, value]) => ` ${key}=${typeof value === 'string' ? value : JSON.stringify(value)}`)
      .join('');
    return `${timestamp} ${level} ${message}${details}`;
  });
}
