{{world}}


{{rules}}


{{choose}}


{{judge}}


warning = False
if record.x_scheduled_date and record.x_type_id:
    warning = judge(record, to_second(record.x_scheduled_date))[1]
action = {'value': {'x_warning': warning}}
