import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const main = join(import.meta.dirname, '../../dist/src/cli/main.js');

test('a file .env that begins with a byte order mark and has the line breaks of Windows is read as it is meant', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'settings-'));
  const lines = ['ODOO_URL=https://erp.example.com', 'ODOO_DB=erp', 'ODOO_USERNAME=bot', 'LOG_LEVEL=loud'];
  await writeFile(join(folder, '.env'), `\uFEFF${lines.map((line) => `${line}\r\n`).join('')}`);
  const { PATH } = process.env;

  const said = await new Promise<string>((resolve) => {
    execFile(process.execPath, [main, 'plan'], { cwd: folder, env: { PATH } }, (_error, _stdout, stderr) =>
      resolve(stderr),
    );
  });
  await rm(folder, { recursive: true });

  // What the file does say is wrong is named, and so is what it does not say; the mark hides nothing.
  const problems = said.match(/^ {2}[A-Z_]+: .*$/gm) ?? [];
  expect(problems.map((line) => line.trim().split(':')[0])).toEqual(['ODOO_PASSWORD', 'LOG_LEVEL']);
});
