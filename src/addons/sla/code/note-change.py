# Open tickets are to follow what holds now.
env['ir.config_parameter'].sudo().set_param('{{noted}}', '%s %s %s' % (record._name, record.id, datetime.datetime.now()))
