earlier = record.x_appointment_ids[:1]
values.update({'x_ticket_id': record.id, 'x_customer_id': record.x_partner_id.id})
if earlier:
    values.update({'x_type_id': earlier.x_type_id.id, 'x_technician_id': earlier.x_technician_id.id})
