# A customer answered by the link of Odoo's own calendar.
{{answer}}


for record in records.sudo():
    visit = record.event_id.x_appointment_id
    said = {'accepted': True, 'declined': False}.get(record.state)
    is_open = visit.x_active and visit.x_status in ('draft', 'confirmed') and visit.x_scheduled_date and visit.x_scheduled_date > datetime.datetime.now()
    if said is not None and is_open and record.partner_id == visit.x_customer_id:
        take_answer(visit, said, '', 'attendee_%s_%s_%s' % (record.id, visit.x_revision, record.state))
