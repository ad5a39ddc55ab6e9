import { admin, type Kept, scenario } from '../scenario.ts';
import { customers, partnerOf, ticketModel } from './setup.ts';

const module = '__hear__';
const model = 'x_hear.ticket';

/** A rule and its action, run on records that pass the domains before and after a change. */
const rule = (id: string, trigger: string, code: string, before = '', after = '') => [
  admin(`the rule ${id} is made`, 'base.automation', 'load', [
    ['id', 'name', 'model_id/id', 'trigger', 'filter_pre_domain', 'filter_domain', 'active'],
    [[`${module}.${id}`, id, `${module}.model_ticket`, trigger, before, after, '1']],
  ]),
  admin(`the action of ${id} is made`, 'ir.actions.server', 'load', [
    ['id', 'name', 'model_id/id', 'state', 'code', 'base_automation_id/id'],
    [[`${module}.action_${id}`, id, `${module}.model_ticket`, 'code', code, `${module}.${id}`]],
  ]),
];

/** Posts, and looks what the rules have made of it. */
const post = (name: string, values: (kept: Kept) => Readonly<Record<string, unknown>>) => [
  admin(`${name} comes`, model, 'message_post', (kept) => [[kept.ticket]], values, {
    view: () => 'a message',
  }),
  admin(`what ${name} did`, model, 'read', (kept) => [
    [kept.ticket],
    ['x_count', 'x_hours', 'x_notes', 'x_state', 'x_flag'],
  ]),
];

const comment = { body: 'said', message_type: 'comment', subtype_xmlid: 'mail.mt_comment' };
const note = { ...comment, subtype_xmlid: 'mail.mt_note' };
const byAnn = (kept: Kept) => ({ author_id: partnerOf(kept, 'ann') });
const isDone = admin('it is done again', model, 'write', (kept) => [[kept.ticket], { x_state: 'done' }]);

const HEARD = `
for record in records:
    message = env['mail.message'].search([('model', '=', '${model}'), ('res_id', '=', record.id)], order='id desc', limit=1)
    record.write({'x_count': record.x_count + 1, 'x_notes': '%s|%s' % (message.author_id.name or message.email_from, message.subject or '-')})
    if record.x_state == 'done':
        record.write({'x_state': 'in_progress'})`.trim();

/** Which messages count as received, which as sent, and which as neither. */
export const messagesReceived = scenario('messages-received', [
  ticketModel('hear'),
  customers('hear'),
  admin('caches are cleared', 'ir.config_parameter', 'set_param', ['hear.clear', '1']),
  ...rule('received', 'on_message_received', HEARD),
  ...rule(
    'sent',
    'on_message_sent',
    "for record in records:\n    record.write({'x_hours': record.x_hours + 1})",
  ),
  // The write of a rule sets off the others.
  ...rule(
    'reopened',
    'on_create_or_write',
    "for record in records:\n    record.write({'x_flag': True})",
    "[('x_state', '=', 'done')]",
    "[('x_state', '=', 'in_progress')]",
  ),
  admin(
    'Ann has a ticket',
    model,
    'create',
    (kept) => [{ x_name: 'Jams', x_partner_id: partnerOf(kept, 'ann'), x_state: 'done' }],
    {},
    { keep: 'ticket' },
  ),
  ...post('a word in Ann’s name', (kept) => ({ ...comment, ...byAnn(kept), subject: 'Again' })),
  isDone,
  ...post('a note in Ann’s name', (kept) => ({ ...note, ...byAnn(kept) })),
  ...post('an internal word in Ann’s name', (kept) => ({ ...comment, ...byAnn(kept), is_internal: true })),
  ...post('a word in Bob’s name', (kept) => ({ ...comment, author_id: partnerOf(kept, 'bob') })),
  isDone,
  ...post('an answer of the help desk', () => comment),
  ...post('a note of the help desk', () => note),
  ...post('a mail of Ann', (kept) => ({ ...comment, ...byAnn(kept), message_type: 'email' })),
  isDone,
  ...post('a mail of nobody known', () => ({
    ...comment,
    message_type: 'email',
    author_id: false,
    email_from: 'new@elsewhere.example',
  })),
  isDone,
  ...post('a mail of the help desk', () => ({ ...comment, message_type: 'email_outgoing' })),
  ...post('an automatic word', (kept) => ({ ...comment, ...byAnn(kept), message_type: 'auto_comment' })),
  ...post('a notification', (kept) => ({ ...comment, ...byAnn(kept), message_type: 'notification' })),
  admin(
    'a message is brought in as a record',
    'mail.message',
    'create',
    (kept) => [{ model, res_id: kept.ticket, body: 'old', message_type: 'comment', ...byAnn(kept) }],
    {},
    { view: () => 'a message' },
  ),
  admin('what that did', model, 'read', (kept) => [[kept.ticket], ['x_count', 'x_hours', 'x_state']]),
]);
