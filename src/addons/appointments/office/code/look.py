{{world}}


{{offer}}


today = datetime.date.today()
record.write({'x_warning': False, 'x_from': max(today, (record.x_from or today) + datetime.timedelta(days={{days}}))})
offer(record)
action = show(record)
