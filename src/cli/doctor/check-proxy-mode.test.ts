import { afterEach, expect, test } from 'vitest';
import { type OdooEmulator, startOdooEmulator } from '../../../emulator/odoo/server.ts';
import { checkProxyMode } from './check-proxy-mode.ts';

let emulator: OdooEmulator | undefined;
afterEach(() => emulator?.close());

test.each([
  [true, 'Odoo believes its proxies, and sees customers’ own addresses', undefined],
  [false, 'Odoo runs without proxy_mode', expect.stringContaining('--proxy-mode')],
])('an Odoo with proxy_mode %s is known by what it repeats', async (proxyMode, text, advice) => {
  emulator = await startOdooEmulator({ proxyMode });

  expect(await checkProxyMode({ ODOO_URL: emulator.url })).toEqual({ text, ...(advice ? { advice } : {}) });
});
