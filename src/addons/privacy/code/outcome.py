for record in self:
    html = ''
    for line in (record.x_counts or '').split('\n'):
        name, _, count = line.partition(' ')
        if count and count != '0':
            called = record.env['ir.model'].sudo().search([('model', '=', name)]).name
            html += '<tr><td>%s</td><td class="text-end">%s</td></tr>' % (called or name, count)
    record['x_outcome'] = '<table class="table table-sm w-auto"><tbody>%s</tbody></table>' % html if html else False
