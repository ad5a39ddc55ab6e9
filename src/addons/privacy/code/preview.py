for record in self:
    told = record.env.ref('__supportdesk__.action_privacy_describe').sudo().with_context(supportdesk_privacy_described={
        'contacts': record.x_partner_id.ids, 'kind': record.x_kind,
    }).run()
    record['{{field}}'] = told['{{part}}']
