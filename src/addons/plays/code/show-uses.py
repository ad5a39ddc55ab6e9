action = {
    'type': 'ir.actions.act_window',
    'name': record.display_name,
    'res_model': '{{use}}',
    'views': [(False, 'list')],
    'domain': [('x_play_id', '=', record.id), ('x_undone_at', '=', False){{narrowing}}],
}
