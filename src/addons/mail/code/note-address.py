url = env.context.get('{{asked}}')
parameters = env['ir.config_parameter'].sudo()
if url and parameters.get_param('{{parameter}}') != url:
    parameters.set_param('{{parameter}}', url)
