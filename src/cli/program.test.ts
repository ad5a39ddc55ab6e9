import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { Environment } from '../lib/settings-part.ts';
import { createProgram } from './program.ts';

const folder = mkdtempSync(join(tmpdir(), 'supportdesk-'));
afterAll(() => rmSync(folder, { recursive: true }));

const settings = {
  ODOO_URL: 'http://localhost:1',
  ODOO_DB: 'erp',
  ODOO_USERNAME: 'bot',
  ODOO_PASSWORD: 'secret',
};

function fileThatSays(text: string): string {
  const path = join(folder, 'desk.yaml');
  writeFileSync(path, text);
  return path;
}

async function run(environment: Environment, ...argv: readonly string[]) {
  const printed: string[] = [];
  const terminal = {
    isInteractive: false,
    hasColours: false,
    print: (text: string) => printed.push(text),
    note: () => undefined,
  };
  const code = await createProgram(terminal, environment).run(argv);
  return { code, printed: printed.join('\n') };
}

describe('supportdesk config', () => {
  test('shows what holds and from where, and needs no other setting', async () => {
    const path = fileThatSays('preset: school\ntickets:\n  deadline_hours: 8');

    const { code, printed } = await run({ SUPPORTDESK_CONFIG: path }, 'config');

    expect(code).toBe(0);
    expect(printed).toContain(`# ${path}, which builds on config/school.yaml`);
    expect(printed).toMatch(/^ {2}deadline_hours: 8 +# .*desk\.yaml:3$/m);
    expect(printed).toMatch(/^ {6}type: char +# config\/school\.yaml:\d+$/m);
  });

  test('answers programs in JSON', async () => {
    const { printed } = await run({ SUPPORTDESK_CONFIG: 'msp' }, 'config', '--json');

    expect(JSON.parse(printed)).toMatchObject({ tickets: { deadline_hours: 24 } });
  });
});

describe('a file with a mistake', () => {
  const path = fileThatSays('tickets:\n  deadline_hour: 8');
  const mistake = `${path}:2: tickets.deadline_hour: unknown here; did you mean "deadline_hours"?`;

  test.each(['config', 'plan', 'apply', 'serve', 'doctor'])(
    'stops %s before it asks Odoo',
    async (command) => {
      fileThatSays('tickets:\n  deadline_hour: 8');

      await expect(run({ ...settings, SUPPORTDESK_CONFIG: path }, command)).rejects.toThrow(mistake);
    },
  );
});

test('a command of an addon that is off says so', async () => {
  const path = fileThatSays('addons: { imports: false, zammad: false }');

  await expect(run({ ...settings, SUPPORTDESK_CONFIG: path }, 'import')).rejects.toThrow(
    'the addon imports is switched off',
  );
});
