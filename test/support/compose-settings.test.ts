import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { addons } from '../../src/addons/index.ts';
import { Settings } from '../../src/config.ts';

const read = (name: string) => readFileSync(join(import.meta.dirname, '../..', name), 'utf8');

const Compose = z.object({
  services: z.object({
    supportdesk: z.object({
      environment: z.record(z.string(), z.string()),
      read_only: z.literal(true),
      tmpfs: z.array(z.string()),
    }),
  }),
});

/** What nobody sets there, and why. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  HOST: 'the image says it',
  PORT: 'the image says it, and the proxy knows it',
  MAILBOX_PASSWORD: 'needed for one command, which it is handed on the command line',
};
/** What follows from the services beside it, whatever .env says. */
const FIXED = ['ODOO_URL', 'PUBLIC_URL', 'ODOO_PUBLIC_URL', 'TRUST_PROXY'];

const { environment, tmpfs } = Compose.parse(parse(read('docker-compose.yml'))).services.supportdesk;
const settings = [
  ...Object.keys(Settings.shape),
  ...addons.flatMap((addon) => Object.keys(addon.settings?.variables ?? {})),
];

test('docker-compose.yml hands on every setting, or there is a reason', () => {
  expect(settings.filter((name) => !(name in environment) && !(name in ELSEWHERE))).toEqual([]);
  expect(Object.keys(environment).filter((name) => !settings.includes(name))).toEqual([]);
  expect(Object.keys(ELSEWHERE).filter((name) => !settings.includes(name) || name in environment)).toEqual(
    [],
  );
});

test('what it hands on is what .env says', () => {
  const own = Object.entries(environment).filter(([name]) => !FIXED.includes(name));

  expect(own.filter(([name, value]) => !value.startsWith(`\${${name}:`))).toEqual([]);
});

test('what it hands on where .env says nothing is what the image has, and no account is made up', () => {
  const image = Object.fromEntries(
    [...(/^ENV (.*)$/m.exec(read('Dockerfile'))?.[1] ?? '').matchAll(/(\w+)=(\S+)/g)].map(
      ([, name, value]) => [name, value],
    ),
  );

  // An empty one would count as not set, and so undo what the image says.
  for (const [name, value] of Object.entries(image)) {
    if (name && name in environment) expect(environment[name]).toBe(`\${${name}:-${value}}`);
  }
  for (const name of ['ODOO_USERNAME', 'ODOO_PASSWORD', 'COOKIE_SECRET']) {
    expect(environment[name]).toMatch(/^\$\{\w+:\?/);
  }
});

test('customers’ files have a place where nothing else may be written', () => {
  expect(tmpfs).toEqual([expect.stringMatching(/^\/tmp:/)]);
});
