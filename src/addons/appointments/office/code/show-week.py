action = {
    'type': 'ir.actions.act_window',
    'name': record.x_name,
    'res_model': '{{appointment}}',
    'views': [(False, 'list'), (False, 'pivot'), (False, 'graph'), (False, 'form')],
    'domain': [('x_scheduled_date', '>=', record.x_begins), ('x_scheduled_date', '<', record.x_ends)],
    # What was archived since is counted, too.
    'context': {'active_test': False},
}
