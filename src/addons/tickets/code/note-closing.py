done = records.filtered(lambda record: record.x_state == '{{done}}')
done.write({'x_closed_at': datetime.datetime.now()})
(records - done).write({'x_closed_at': False})
