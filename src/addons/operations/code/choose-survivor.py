for record in self:
    # The one with the smallest number was there first.
    record['x_into_id'] = record.env['x_support.ticket'].browse(sorted(record.x_ticket_ids.ids)[:1])
