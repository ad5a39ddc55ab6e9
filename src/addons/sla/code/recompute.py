asked = env.context['{{asked}}']
tickets = model.with_context(active_test=False, mail_notrack=True).search([('x_state', '!=', '{{done}}'), ('x_sla_ledger', '!=', False), ('id', '>', asked['after'])], order='id', limit=asked['limit'])
# As if the tags had changed: policies hang on them, and nothing else that is costly.
tickets.modified(['x_tag_ids'])
# Now, and not when the call ends: then Odoo would write a line into the chatter of each.
tickets.mapped('x_sla_deadline')
action = {'last': max(tickets.ids or [0]), 'count': len(tickets)}
