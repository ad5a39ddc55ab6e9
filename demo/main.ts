import { existsSync } from 'node:fs';
import { loadEnvFile } from 'node:process';
import { createTerminal, renderError } from '../src/cli/terminal.ts';
import { runDemo } from './run-demo.ts';

if (existsSync('.env')) loadEnvFile('.env');
const terminal = createTerminal();
try {
  process.exitCode = await runDemo(terminal, process.env);
} catch (error) {
  terminal.note(renderError(error));
  process.exitCode = 1;
}
