long_ago = datetime.datetime.now() - datetime.timedelta(days=90)
model.search([('x_state', 'in', ['sent', 'dismissed']), ('write_date', '<', long_ago)], limit=5000).unlink()
