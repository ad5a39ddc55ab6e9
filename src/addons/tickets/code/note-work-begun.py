waiting = records.filtered(lambda record: record.x_state == '{{waiting}}')
waiting.write({'x_waiting_at': datetime.datetime.now()})
(records - waiting).filtered(lambda record: not record.x_started_at).write({'x_started_at': datetime.datetime.now()})
