# Odoo builds all its models anew with every write to a field or a value of a selection. Here it does so once.
rows = env.context['supportdesk_labels']
found = env[env.context['supportdesk_model']].browse([row[0] for row in rows])
found._write_multi([row[1] for row in rows])
found.invalidate_recordset()
for column in rows[0][1]:
    found[0].write({column: found[0][column]})
