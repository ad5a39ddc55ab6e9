# Related is related both ways; an import writes both itself.
changed = env.context.get('old_values') or {}
for record in records if not env.context.get('{{imported}}') else []:
    now_on = record.x_linked_ids
    former = changed.get(record.id, {}).get('x_linked_ids') or now_on.browse()
    mine = record.sudo().with_context({{silent}}, active_test=False)
    if record in now_on:
        mine.write({'x_linked_ids': [(3, record.id)]})
    for other in (now_on - former - record).sudo().with_context({{silent}}, active_test=False):
        if record not in other.x_linked_ids:
            other.write({'x_linked_ids': [(4, record.id)]})
    for other in (former - now_on).sudo().with_context({{silent}}, active_test=False):
        if record in other.x_linked_ids:
            other.write({'x_linked_ids': [(3, record.id)]})
