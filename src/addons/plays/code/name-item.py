for record in self:
    other = record.x_other_ticket_id
    # An item that is a ticket is called by it, unless somebody says otherwise.
    record['x_name'] = record.x_name or (other and ' '.join([part for part in (other.x_ticket_ref, other.x_name) if part])) or ''
