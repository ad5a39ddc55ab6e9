{{show_split}}


choose_message(record.x_split_id, record.x_message_id.sudo(), '{{scope}}')
action = show_split(record.x_split_id)
