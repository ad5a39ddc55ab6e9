// Many customers at the same moment, each logged in, each with a ticket of their own.
import { Agent } from 'node:http';
import { findExternalIds } from '../dist/src/odoo/external-ids.js';
import { createBrowser } from './browser.mjs';
import { CUSTOMER } from './fill.mjs';

/** Browsers of `count` customers, logged in through the portal, with the id of a ticket of theirs. */
export async function gatherCrowd({ odoo, url, count }) {
  const logins = await fillUsers(odoo, count);
  const agent = new Agent({ keepAlive: true, maxSockets: count });
  const tickets = new Map(
    (
      await findExternalIds(
        odoo,
        logins.map(({ ticket }) => ticket),
      )
    ).map(({ externalId, recordId }) => [externalId, recordId]),
  );
  const crowd = [];
  for (const { login, password, ticket } of logins) {
    const browser = createBrowser(url, agent);
    await browser.logIn({ login, password });
    crowd.push({ browser, ticketId: tickets.get(ticket) });
  }
  return { crowd, leave: () => agent.destroy() };
}

/** The contacts that {@link fill} has made, as portal users; in small batches, for Odoo hashes passwords slowly. */
async function fillUsers(odoo, count) {
  const logins = Array.from({ length: count }, (_, n) => ({
    externalId: `__bench__.user_${n + 1}`,
    login: `contact.${n + 1}@bench.example.com`,
    password: CUSTOMER.password,
    contact: `__bench__.contact_${n + 1}`,
    ticket: `__bench__.ticket_${n}`,
  }));
  const known = new Set(
    (
      await findExternalIds(
        odoo,
        logins.map(({ externalId }) => externalId),
      )
    ).map(({ externalId }) => externalId),
  );
  const missing = logins.filter(({ externalId }) => !known.has(externalId));
  for (let start = 0; start < missing.length; start += 20) {
    const rows = missing
      .slice(start, start + 20)
      .map(({ externalId, login, password, contact }) => [
        externalId,
        login,
        login,
        password,
        contact,
        'base.group_portal',
      ]);
    const columns = ['id', 'name', 'login', 'password', 'partner_id/id', 'groups_id/id'];
    const users = odoo.model({ name: 'res.users', fields: {} });
    const { ids, messages } = await users.load(columns, rows, { no_reset_password: true });
    if (!ids) throw new Error(`Odoo refuses the users: ${JSON.stringify(messages).slice(0, 500)}`);
  }
  return logins;
}
