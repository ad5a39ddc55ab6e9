for record in self:
    record['x_sla_explanation'] = False
    if record.x_sla_story:
        told = record.env.ref('__supportdesk__.action_sla_explain').sudo().with_context(sla_story=record.x_sla_story).run()
        record['x_sla_explanation'] = told['html']
