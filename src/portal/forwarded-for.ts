import type { RequestHandler } from 'express';

/**
 * Some balancers write the port beside the address, another with each connection: whoever counts by address, here or in
 * Odoo, would take every request for somebody new.
 */
export const cutPorts: RequestHandler = (req, _res, next) => {
  const header = req.headers['x-forwarded-for'];
  if (header !== undefined) {
    req.headers['x-forwarded-for'] = String(header)
      .split(',')
      .map((address) => cutPort(address.trim()))
      .join(', ');
  }
  next();
};

/** `203.0.113.9:4711`, `[2001:db8::1]:4711` and `[2001:db8::1]`; a bare address of IPv6 has colons of its own. */
function cutPort(address: string): string {
  return /^"?\[([\da-f:.]+)\](?::\d+)?"?$/i.exec(address)?.[1] ?? address.replace(/^([\d.]+):\d+$/, '$1');
}
