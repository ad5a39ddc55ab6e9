# Of all at once: a subscription each costs more than all the rest of a new ticket.
followers = env['mail.followers'].sudo()
tickets = records.filtered(lambda ticket: ticket.x_partner_id and not ticket.x_is_automatic)
known = followers.search([('res_model', '=', 'x_support.ticket'), ('res_id', 'in', records.ids)])
pairs = [(one.res_id, one.partner_id.id) for one in known]
shown = env['mail.message.subtype'].sudo().search([('default', '=', True), '|', ('res_model', '=', False), ('res_model', '=', 'x_support.ticket')])
public = shown.filtered(lambda subtype: not subtype.internal)
followers.create([
    {
        'res_model': 'x_support.ticket',
        'res_id': ticket.id,
        'partner_id': ticket.x_partner_id.id,
        'subtype_ids': [(6, 0, (public if ticket.x_partner_id.partner_share else shown).ids)],
    }
    for ticket in tickets if (ticket.id, ticket.x_partner_id.id) not in pairs
])
# Odoo has whoever makes a record follow it: our own account is nobody who wants to hear. An import keeps Odoo from that.
service = env.ref('__supportdesk__.group_service').sudo().users.partner_id
if not env.context.get('mail_create_nosubscribe') and env.user.partner_id in service:
    customers = {ticket.id: ticket.x_partner_id.id for ticket in records}
    known.filtered(lambda one: one.partner_id == env.user.partner_id and customers[one.res_id] != one.partner_id.id).unlink()
