action = {
    'type': 'ir.actions.act_window',
    'name': record.display_name,
    'res_model': 'x_support.escalation_act',
    'views': [(False, 'list')],
    'domain': [('x_escalation_id', '=', record.id)],
}
