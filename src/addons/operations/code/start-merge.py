tickets = records.with_context(active_test=False)
merged = tickets.filtered('x_merged_into_id')
if merged:
    raise UserError(say('operations.isMerged', env.user.lang, {'ticket': merged[0].x_ticket_ref or '', 'into': merged[0].x_merged_into_id.x_ticket_ref or ''}))
tickets.check_access('write')
dialog = env['{{merge}}'].create({
    'x_ticket_ids': [(6, 0, tickets.ids)],
    'x_customer_id': tickets[:1].x_partner_id.id,
    'x_seen': env['mail.message'].sudo().search([], order='id desc', limit=1).id,
})
action = {
    'type': 'ir.actions.act_window',
    'name': say('operations.merge', env.user.lang, {}),
    'res_model': '{{merge}}',
    'res_id': dialog.id,
    'views': [(env.ref('{{form}}').id, 'form')],
    'target': 'new',
}
