import { once } from 'node:events';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { compose } from './compose.ts';
import { startService } from './service.ts';

const settings = {
  // Nobody answers there.
  ODOO_URL: 'http://127.0.0.1:9',
  ODOO_DB: 'x',
  ODOO_USERNAME: 'x',
  ODOO_PASSWORD: 'x',
  COOKIE_SECRET: 'x'.repeat(32),
  LOG_LEVEL: 'error',
};

afterEach(() => {
  vi.unstubAllEnvs();
});

test('what a killed process left of customers’ files is gone once the service is there', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'service-'));
  vi.stubEnv('TMPDIR', folder);
  await writeFile(join(folder, 'supportdesk-file-left-over'), 'half of a file');
  await writeFile(join(folder, 'somebody-else'), 'x');
  const parts = compose({ ...settings, PORT: '0' });

  const service = await startService(parts);
  const left = await readdir(folder);
  await service.stop();
  await parts.close();

  expect(left).toEqual(['somebody-else']);
  await rm(folder, { recursive: true });
});

test('a port that is taken is named, with what to do', async () => {
  const other = createServer().listen(0);
  await once(other, 'listening');
  const address = other.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const parts = compose({ ...settings, PORT: String(port) });

  await expect(startService(parts)).rejects.toMatchObject({
    message: `the portal cannot listen on port ${port}: another program does already`,
    help: expect.stringContaining('PORT'),
  });

  parts.close();
  other.close();
});
