for record in self:
    record['x_done_at'] = (record.x_done_at or datetime.datetime.now()) if record.x_is_done else False
