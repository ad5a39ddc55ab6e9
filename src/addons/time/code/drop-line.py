for record in records:
    line = env['account.analytic.line'].sudo().browse(int(record.x_line)).exists() if record.x_line and 'account.analytic.line' in env else False
    if line:
        line.unlink()
