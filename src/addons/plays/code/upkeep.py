# Dialogs that were shut long ago. What was played with them stays, each by itself.
long_ago = datetime.datetime.now() - datetime.timedelta(days={{days}})
env['{{run}}'].search([('create_date', '<', long_ago)], limit=5000).unlink()
