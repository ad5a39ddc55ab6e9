import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parseDatabaseUrl } from './parse-database-url.ts';

const base = 'postgres://reader:s%2Fcret@db.example:5433/zammad_production';
const root = join(mkdtempSync(join(tmpdir(), 'root-')), 'root.crt');
writeFileSync(root, 'a certificate');

test.each([
  ['', false],
  ['?sslmode=disable', false],
  ['?sslmode=prefer', { rejectUnauthorized: false }],
  ['?sslmode=require', { rejectUnauthorized: false }],
  [`?sslmode=require&sslrootcert=${root}`, { ca: 'a certificate', rejectUnauthorized: true }],
  [`?sslmode=verify-ca&sslrootcert=${root}`, { ca: 'a certificate', rejectUnauthorized: true }],
])('by %j asks of the server what psql asks', (query, ssl) => {
  const parsed = parseDatabaseUrl(`${base}${query}`);

  expect(parsed.connectionString).toBe(base);
  expect(parsed.label).toBe('db.example:5433/zammad_production');
  if (typeof ssl === 'object') expect(parsed.ssl).toMatchObject(ssl);
  else expect(parsed.ssl).toBe(false);
});

test('only verify-full asks for the server’s name', () => {
  const full = parseDatabaseUrl(`${base}?sslmode=verify-full&sslrootcert=${root}`);
  const chain = parseDatabaseUrl(`${base}?sslmode=verify-ca&sslrootcert=${root}`);

  expect(full.ssl).not.toHaveProperty('checkServerIdentity');
  expect(chain.ssl).toHaveProperty('checkServerIdentity');
});
