# What was moved in Odoo's own calendar moves its visit, by the same rules, or not at all.
for record in records:
    visit = record.x_appointment_id.sudo()
    values = {}
    if visit.x_active and visit.x_status not in ('completed', 'cancelled') and visit.x_event_id.id == record.id:
        if record.start != visit.x_scheduled_date:
            values['x_scheduled_date'] = record.start
        if record.stop - record.start != visit.x_end_datetime - visit.x_scheduled_date:
            values['x_duration'] = (record.stop - record.start).total_seconds() / 3600.0
        if record.user_id and record.user_id != visit.x_technician_id:
            values['x_technician_id'] = record.user_id.id
    if values:
        visit.write(values)
