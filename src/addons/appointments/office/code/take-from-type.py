# What its type says, as soon as one is chosen.
kind = record.x_type_id
action = {'value': {'x_duration': kind.x_duration or record.x_duration, 'x_place': kind.x_place or record.x_place}}
