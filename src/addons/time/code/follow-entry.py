# A line in Odoo's Timesheets says what its entry says.
for record in records:
    line = env['account.analytic.line'].sudo().browse(int(record.x_line)).exists() if record.x_line and 'account.analytic.line' in env else False
    if line:
        line.write({'unit_amount': record.x_hours, 'date': record.x_date})
