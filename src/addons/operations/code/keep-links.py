# No ticket is above itself, whichever way one climbs. What is imported is as it was elsewhere.
for record in records if not env.context.get('{{imported}}') else []:
    for name in ('x_parent_id', 'x_duplicate_of_id', 'x_blocked_by_ids', 'x_merged_into_id'):
        seen = record.browse()
        above = record[name]
        while above:
            if record in above:
                raise UserError(say('operations.cycle', env.user.lang, {'ticket': record.x_ticket_ref or record.x_name}))
            seen |= above
            above = above.sudo().with_context(active_test=False).mapped(name) - seen
