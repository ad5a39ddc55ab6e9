import { AppError } from '../lib/errors.ts';
import type { Terminal } from '../lib/terminal.ts';

export function createTerminal(): Terminal {
  return {
    isInteractive: process.stdin.isTTY === true && process.stdout.isTTY === true,
    hasColours: process.stdout.isTTY === true && process.stdout.hasColors(),
    print: (text) => process.stdout.write(`${text}\n`),
    note: (text) => process.stderr.write(`${text}\n`),
  };
}

/** An error as an operator reads it: what is wrong, and what to do. Our own faults keep their stack. */
export function renderError(error: unknown): string {
  if (error instanceof AppError) {
    return error.help === undefined
      ? `Error: ${error.message}`
      : `Error: ${error.message}\n  → ${error.help}`;
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
