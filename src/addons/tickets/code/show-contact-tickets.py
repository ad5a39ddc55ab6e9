action = env['ir.actions.act_window']._for_xml_id('__supportdesk__.action_tickets')
action['domain'] = [('x_partner_id', 'child_of', record.id)]
action['context'] = {'default_x_partner_id': record.id}
action['views'] = [(False, 'list'), (False, 'kanban'), (False, 'form')]
action['view_mode'] = 'list,kanban,form'
action['path'] = False
