import { once } from 'node:events';
import { createServer } from 'node:net';
import { expect, test } from 'vitest';
import { compose } from './compose.ts';
import { startService } from './service.ts';

test('a port that is taken is named, with what to do', async () => {
  const other = createServer().listen(0);
  await once(other, 'listening');
  const address = other.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const parts = compose({
    ODOO_URL: 'http://odoo.example',
    ODOO_DB: 'x',
    ODOO_USERNAME: 'x',
    ODOO_PASSWORD: 'x',
    COOKIE_SECRET: 'x'.repeat(32),
    PORT: String(port),
    LOG_LEVEL: 'error',
  });

  await expect(startService(parts)).rejects.toMatchObject({
    message: `the portal cannot listen on port ${port}: another program does already`,
    help: expect.stringContaining('PORT'),
  });

  parts.close();
  other.close();
});
