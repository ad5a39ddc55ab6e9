# What dialogs left behind.
yesterday = datetime.datetime.now() - datetime.timedelta(days=1)
for model in ('{{merge}}', '{{split}}'):
    env[model].sudo().search([('create_date', '<', yesterday)], limit=1000).unlink()
