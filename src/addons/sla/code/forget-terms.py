{{note}}
# Taken up again, it has to be applied again.
record.write({'x_applied_terms': False})
