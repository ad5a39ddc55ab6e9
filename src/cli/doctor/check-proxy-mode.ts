import type { Finding } from '../../addons/check.ts';
import type { Settings } from '../../config.ts';
import { createHttp } from '../../lib/http.ts';

/** A name that nobody can have: who repeats it has believed what a proxy says. */
const PROBE = 'proxy-mode.invalid';

const ADVICE =
  'Set proxy_mode = True in Odoo’s configuration (or start it with --proxy-mode), and let nobody but proxies reach its port. Without it all customers come from one address: ten wrong passwords of anybody lock out everybody.';

/**
 * Whether Odoo believes its proxies. It tells nobody, but it sends whoever doubles a slash to the address without, in
 * full, as it takes it to be.
 */
export async function checkProxyMode({ ODOO_URL }: Pick<Settings, 'ODOO_URL'>): Promise<Finding> {
  const http = createHttp({ baseUrl: ODOO_URL, timeoutMs: 5_000 });
  try {
    const { headers } = await http.request({
      method: 'GET',
      path: '/web//health',
      headers: { 'x-forwarded-host': PROBE, 'x-forwarded-proto': 'https', 'x-forwarded-for': '192.0.2.1' },
      retry: true,
    });
    return judge(String(headers.location ?? ''), ODOO_URL);
  } finally {
    http.close();
  }
}

function judge(location: string, odooUrl: string): Finding {
  const url = URL.canParse(location) ? new URL(location) : undefined;
  if (url?.hostname === PROBE)
    return { text: 'Odoo believes its proxies, and sees customers’ own addresses' };
  // A proxy of its own stands before Odoo and says https: only who believes it repeats that.
  if (url?.protocol === 'https:' && new URL(odooUrl).protocol === 'https:') {
    return { text: 'Odoo believes its proxies, and sees the addresses that they name' };
  }
  if (url) return { text: 'Odoo runs without proxy_mode', advice: ADVICE };
  return { text: 'nobody can tell from here whether Odoo runs with proxy_mode; it should' };
}
