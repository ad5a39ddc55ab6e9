{{world}}


{{offer}}


today = datetime.date.today()
booking = env['{{booking}}'].create({
    'x_appointment_id': record.id,
    'x_customer_id': record.x_customer_id.id,
    'x_type_id': record.x_type_id.id,
    'x_technician_id': record.x_technician_id.id,
    'x_duration': record.x_duration,
    'x_from': max(today, record.x_scheduled_date.date()) if record.x_scheduled_date else today,
})
offer(booking)
action = show(booking)
