import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readCode } from './read-code.ts';

let folder: string;
let module: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'supportdesk-'));
  mkdirSync(join(folder, 'code'));
  writeFileSync(
    join(folder, 'code', 'close.py'),
    "records.write({'x_state': '{{state}}'})\nlog('{{state}}')\n",
  );
  module = pathToFileURL(join(folder, 'automations.ts')).href;
});
afterAll(() => rmSync(folder, { recursive: true }));

test('reads the file beside the module, and fills its values in', () => {
  expect(readCode(module, 'close', { state: 'done' })).toBe(
    "records.write({'x_state': 'done'})\nlog('done')",
  );
});

test('leaves no value open, and takes none that the file does not name', () => {
  expect(() => readCode(module, 'close')).toThrow('close.py: no value for {{state}}');
  expect(() => readCode(module, 'close', { state: 'done', stat: 'x' })).toThrow(
    'close.py: there is no {{stat}}',
  );
});

test('names the file that is not there', () => {
  expect(() => readCode(module, 'open')).toThrow('open.py');
});
