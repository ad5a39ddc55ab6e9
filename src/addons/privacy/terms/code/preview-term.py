for record in self:
    told = record.env.ref('__supportdesk__.action_terms_describe').sudo().with_context(supportdesk_term_described={
        'term': record.id or record._origin.id or 0, 'months': record.x_months, 'end': record.x_end, 'teams': record.x_team_ids.ids, 'sequence': record.x_sequence,
    }).run()
    record['x_preview'] = told['preview']
