# Somebody has seen what it would do.
record.write({'x_previewed_at': datetime.datetime.now()})
