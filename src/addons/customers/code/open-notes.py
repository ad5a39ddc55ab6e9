# One for each customer, of the company and not of who works there.
company = record.commercial_partner_id
notes = env['x_support.customer.note'].search([('x_partner_id', '=', company.id)], limit=1)
action = {
    'type': 'ir.actions.act_window',
    'name': company.display_name,
    'res_model': 'x_support.customer.note',
    'views': [(False, 'form')],
    'res_id': notes.id,
    'context': {'default_x_partner_id': company.id},
}
