for record in self:
    record['x_done_by_id'] = (record.x_done_by_id or record.env.user) if record.x_is_done else False
