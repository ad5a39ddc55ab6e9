now = datetime.datetime.now()
silent = model.search([('x_state', '=', 'running'), ('write_date', '<', now - datetime.timedelta(minutes=15))])
silent.write({'x_state': 'interrupted'})
model.search([('create_date', '<', now - datetime.timedelta(days=90))], limit=1000).unlink()
