for record in self:
    name = record.x_name or ''
    group = record.x_parent_id
    # A tree is as deep as people make it; one that leads back to itself is refused, but may be looked at before.
    for depth in range(20):
        if group:
            name = '%s / %s' % (group.x_name, name)
            group = group.x_parent_id
    record['x_complete_name'] = name
