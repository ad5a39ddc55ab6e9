domain = [('x_source_id', '=', record.x_source_id.id), ('x_last_at', '>=', record.x_started_at)]
if record.x_finished_at:
    domain.append(('x_last_at', '<=', record.x_finished_at))
action = {
    'type': 'ir.actions.act_window',
    'name': record.x_name,
    'res_model': 'x_support.import_refusal',
    'views': [(False, 'list'), (False, 'form')],
    'domain': domain,
}
