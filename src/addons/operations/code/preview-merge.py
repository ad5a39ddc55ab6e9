for record in self:
    told = record.env.ref('__supportdesk__.action_operations_describe_merge').sudo().with_context(supportdesk_described={
        'tickets': record.x_ticket_ids.ids, 'into': record.x_into_id.ids,
    }).run()
    record['{{field}}'] = told['{{part}}']
