for record in self:
    told = record.env.ref('__supportdesk__.action_operations_describe_split').sudo().with_context(supportdesk_described={
        'tickets': record.x_ticket_id.ids, 'message': record.x_message_id.ids, 'scope': record.x_scope, 'partner': record.x_partner_id.ids,
    }).run()
    record['{{field}}'] = told['{{part}}']
