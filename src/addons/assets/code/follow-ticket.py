for record in records:
    pieces = record.x_equipment_ids.sudo()
    values = {}
    owners = pieces.mapped('x_partner_id')
    sites = pieces.mapped('x_site_id')
    if not record.x_partner_id and len(owners) == 1:
        values['x_partner_id'] = owners.id
    if not record.x_site_id and len(sites) == 1:
        values['x_site_id'] = sites.id
    if values:
        record.write(values)

parameters = env['ir.config_parameter'].sudo()
when_open = parameters.get_param('{{open_parameter}}', 'none')
when_done = parameters.get_param('{{done_parameter}}', 'none')
if when_open != 'none' or when_done != 'none':
    pieces = records.mapped('x_equipment_ids').sudo()
    busy = [piece.id for piece, count in env['x_support.ticket'].sudo()._read_group([('x_equipment_ids', 'in', pieces.ids), ('x_state', '!=', '{{done}}')], ['x_equipment_ids'], ['__count'])]
    if when_open != 'none':
        pieces.filtered(lambda piece: piece.id in busy and piece.x_state == 'working').write({'x_state': when_open})
    if when_done != 'none':
        pieces.filtered(lambda piece: piece.id not in busy and piece.x_state in ('broken', 'maintenance')).write({'x_state': when_done})
