spoken = [('model', '=', 'x_support.ticket'), {{spoken}}]
messages = self.env['mail.message']
last = {}
# Of many tickets in one question; of one the latest alone, however much was said on it.
if len(self) > 1:
    for message in messages.search(spoken + [('res_id', 'in', self.ids)], order='date, id'):
        last[message.res_id] = message
for record in self:
    one = record.message_ids and len(self) == 1 and messages.search(spoken + [('res_id', '=', record.id)], order='date desc, id desc', limit=1)
    record['x_last_message_id'] = one or last.get(record.id, False)
