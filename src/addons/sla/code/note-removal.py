# The tickets that it held for are to follow what holds now.
env['ir.config_parameter'].sudo().set_param('{{removed}}', '%s %s' % (record.id, datetime.datetime.now()))
