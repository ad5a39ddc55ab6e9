// The data that the pages are measured on; what is there already is used again.
import { findExternalIds } from '../dist/src/odoo/external-ids.js';

const CONTEXT = {
  tz: 'UTC',
  tracking_disable: true,
  mail_create_nosubscribe: true,
  mail_create_nolog: true,
  no_reset_password: true,
};
const STATES = ['new', 'in_progress', 'waiting', 'done', 'done', 'done'];
const WORDS = ['scanner', 'printer', 'invoice', 'login', 'network', 'screen', 'mailbox', 'backup'];
const HOUR = 3_600_000;

export const CUSTOMER = { login: 'bench@example.com', password: 'bench-password' };

/**
 * `tickets` tickets of `companies` companies, `own` of them those of the customer {@link CUSTOMER}; four messages
 * and a note on each, `messages` on the customer's newest, whose id is the answer.
 */
export async function fill(odoo, { tickets, companies, own, messages }) {
  const newest = `__bench__.ticket_${tickets - 1}`;
  const [known] = await findExternalIds(odoo, [newest]);
  if (known) return known.recordId;

  await load(odoo, 'res.partner', ['id', 'name', 'is_company'], companies, (n) => [
    `__bench__.company_${n}`,
    `Bench Company ${n}`,
    '1',
  ]);
  await load(odoo, 'res.partner', ['id', 'name', 'email', 'parent_id/id'], companies, (n) => [
    `__bench__.contact_${n}`,
    `Contact ${n}`,
    n === 0 ? CUSTOMER.login : `contact.${n}@bench.example.com`,
    `__bench__.company_${n}`,
  ]);
  const [portal, contact] = await findInOrder(odoo, ['base.group_portal', '__bench__.contact_0']);
  const user = { ...CUSTOMER, name: 'Contact 0', partner_id: contact, groups_id: [[6, 0, [portal]]] };
  await odoo.call('res.users', 'create', [[user]], { context: CONTEXT });

  const others = tickets - own;
  const columns = [
    'id',
    'x_name',
    'x_description',
    'x_partner_id/id',
    'x_state',
    'x_priority',
    'x_opened_at',
  ];
  await load(odoo, 'x_support.ticket', [...columns, 'x_sla_deadline'], tickets, (n) => {
    const opened = Date.UTC(2024, 0, 1) + n * HOUR;
    const word = WORDS[n % WORDS.length];
    return [
      `__bench__.ticket_${n}`,
      `The ${word} on floor ${n % 40} fails, case ${n}`,
      `<p>Good morning,</p><p>since yesterday the ${word} stops in the middle of the work, ${n % 7} times a day.</p>`,
      `__bench__.contact_${n < others ? 1 + (n % (companies - 1)) : 0}`,
      STATES[n % STATES.length],
      String(n % 4),
      toText(opened),
      toText(opened + 48 * HOUR),
    ];
  });
  await fillMessages(odoo, { tickets, others, messages, contact });
  return (await findInOrder(odoo, [newest]))[0];
}

async function fillMessages(odoo, { tickets, messages, contact }) {
  const [comment, note, technician] = await findInOrder(odoo, [
    'mail.mt_comment',
    'mail.mt_note',
    'base.partner_admin',
  ]);
  const make = (res_id, n, date) => ({
    model: 'x_support.ticket',
    res_id,
    date: toText(date),
    message_type: 'comment',
    subtype_id: n % 5 === 4 ? note : comment,
    is_internal: n % 5 === 4,
    author_id: n % 2 === 0 ? technician : contact,
    body: `<p>Message ${n}: it happened again, in the middle of the ${WORDS[(res_id + n) % WORDS.length]} work of the afternoon shift.</p>`,
    reply_to: 'support@example.com',
  });
  const ids = (
    await findInOrder(
      odoo,
      Array.from({ length: tickets }, (_, n) => `__bench__.ticket_${n}`),
    )
  ).entries();
  let batch = [];
  for (const [n, id] of ids) {
    // Now the one side spoke last, now the other.
    const count = n === tickets - 1 ? Math.ceil(messages * 1.25) : 3 + (n % 3);
    for (let i = 0; i < count; i += 1) batch.push(make(id, i, Date.UTC(2024, 0, 1) + (n + i) * HOUR));
    if (batch.length < 1000 && n < tickets - 1) continue;
    await odoo.call('mail.message', 'create', [batch], { context: CONTEXT });
    batch = [];
  }
}

async function load(odoo, model, columns, count, rowOf) {
  for (let start = 0; start < count; start += 500) {
    const rows = Array.from({ length: Math.min(500, count - start) }, (_, n) => rowOf(start + n));
    const { ids, messages } = await odoo.model({ name: model, fields: {} }).load(columns, rows, CONTEXT);
    if (!ids) throw new Error(`Odoo refuses ${model}: ${JSON.stringify(messages).slice(0, 500)}`);
  }
}

async function findInOrder(odoo, externalIds) {
  const found = new Map(
    (await findExternalIds(odoo, externalIds)).map(({ externalId, recordId }) => [externalId, recordId]),
  );
  return externalIds.map((externalId) => found.get(externalId));
}

const toText = (ms) => new Date(ms).toISOString().slice(0, 19).replace('T', ' ');
