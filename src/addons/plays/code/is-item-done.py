for record in self:
    other = record.x_other_ticket_id
    record['x_is_done'] = other.x_state == '{{done}}' if other else record.x_is_done
