import { defineAutomation, defineSequence, defineServerAction } from '../../schema/index.ts';
import { DONE_STATE, IS_OPEN_PYTHON, WAITING_STATE, WORKING_STATE } from './life.ts';

/** How many hours a ticket may take; the organisation's YAML says. */
export const DEADLINE_PARAMETER = 'supportdesk.deadline_hours';

export const sequences = [
  defineSequence({
    id: 'sequence_ticket',
    label: 'Support Ticket',
    code: 'x_support.ticket',
    prefix: 'TKT-',
    padding: 5,
  }),
];

export const serverActions = [
  // One call for any number: ticket by ticket the automation takes five times as long as the rest of an import.
  defineServerAction({
    id: 'action_take_references',
    label: 'Support tickets: take references for an import',
    model: 'x_support.ticket',
    groups: ['group_service', 'group_administrator'],
    code: `
sequence = env['ir.sequence'].search([('code', '=', 'x_support.ticket')], limit=1)
action = {'references': [sequence.next_by_id() for _ in range(env.context.get('reference_count', 0))]}`.trim(),
  }),
];

export const automations = [
  // Odoo works out once what a user may see, and keeps it when only their contact changes.
  defineAutomation({
    id: 'automation_customer_moved',
    label: 'Support tickets: a customer who changes company sees the tickets of the new one at once',
    model: 'res.partner',
    trigger: 'on_create_or_write',
    fields: ['commercial_partner_id', 'x_own_tickets_only'],
    filter: "[('user_ids', '!=', False)]",
    code: 'env.registry.clear_cache()',
  }),
  defineAutomation({
    id: 'automation_ticket_reference',
    label: 'Support tickets: a new ticket gets its reference and its deadline',
    model: 'x_support.ticket',
    trigger: 'on_create_or_write',
    filter: "[('x_ticket_ref', '=', False)]",
    // A ticket that was opened elsewhere and imported brings its own dates.
    code: `
hours = float(env['ir.config_parameter'].sudo().get_param('${DEADLINE_PARAMETER}', 48))
for record in records:
    values = {'x_ticket_ref': env['ir.sequence'].next_by_code('x_support.ticket')}
    if not record.x_opened_at:
        values['x_opened_at'] = datetime.datetime.now()
        if hours and not record.x_sla_deadline:
            values['x_sla_deadline'] = datetime.datetime.now() + datetime.timedelta(hours=hours)
    record.write(values)`.trim(),
  }),
  defineAutomation({
    id: 'automation_ticket_started',
    label: 'Support tickets: remember when work began and when it had to wait',
    model: 'x_support.ticket',
    trigger: 'on_create_or_write',
    fields: ['x_state'],
    filter: `[('x_state', 'in', ['${WORKING_STATE}', '${WAITING_STATE}'])]`,
    code: `
waiting = records.filtered(lambda record: record.x_state == '${WAITING_STATE}')
waiting.write({'x_waiting_at': datetime.datetime.now()})
(records - waiting).filtered(lambda record: not record.x_started_at).write({'x_started_at': datetime.datetime.now()})`.trim(),
  }),
  defineAutomation({
    id: 'automation_ticket_answered',
    label: 'Support tickets: a customer’s answer puts a waiting or closed ticket back to work',
    model: 'x_support.ticket',
    // By mail, in Odoo or on the portal; what Odoo sends of itself is no message received.
    trigger: 'on_message_received',
    // A mail program that is on holiday has nothing to say.
    code: `
for record in records:
    message = env['mail.message'].search([('model', '=', 'x_support.ticket'), ('res_id', '=', record.id)], order='id desc', limit=1)
    subject = (message.subject or '').lower()
    automatic = ('automatic reply', 'auto:', 'out of office', 'automatisch antwoord', 'afwezig', 'réponse automatique', 'respuesta automática', 'automatische antwort', 'ตอบกลับอัตโนมัติ')
    if record.x_state in ('${WAITING_STATE}', '${DONE_STATE}') and not subject.startswith(automatic):
        record.write({'x_state': '${WORKING_STATE}'})`.trim(),
  }),
  defineAutomation({
    id: 'automation_ticket_closed',
    label: 'Support tickets: remember when a ticket was done',
    model: 'x_support.ticket',
    trigger: 'on_create_or_write',
    filter: `['|', '&', ('x_state', '=', '${DONE_STATE}'), ('x_closed_at', '=', False), '&', ${IS_OPEN_PYTHON}, ('x_closed_at', '!=', False)]`,
    code: `
done = records.filtered(lambda record: record.x_state == '${DONE_STATE}')
done.write({'x_closed_at': datetime.datetime.now()})
(records - done).write({'x_closed_at': False})`.trim(),
  }),
];
