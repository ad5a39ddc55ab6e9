# What it says now nobody has looked at yet.
if record.x_is_on or record.x_previewed_at:
    record.with_context(supportdesk_term_switch=True).write({'x_is_on': False, 'x_previewed_at': False})
