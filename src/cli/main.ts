#!/usr/bin/env node
import { existsSync } from 'node:fs';
import { loadEnvFile } from 'node:process';
import { withoutByteOrderMark } from '../lib/settings-part.ts';
import { createProgram } from './program.ts';
import { createTerminal, renderError } from './terminal.ts';

if (existsSync('.env')) loadEnvFile('.env');
const terminal = createTerminal();
try {
  process.exitCode = await createProgram(terminal, withoutByteOrderMark(process.env)).run(
    process.argv.slice(2),
  );
} catch (error) {
  terminal.note(renderError(error));
  process.exitCode = 1;
}
