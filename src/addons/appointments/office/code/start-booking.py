{{world}}


{{offer}}


values = {'x_type_id': env['{{type}}'].search([], limit=1).id, 'x_from': datetime.date.today()}
{{known}}
booking = env['{{booking}}'].create(values)
offer(booking)
action = show(booking)
