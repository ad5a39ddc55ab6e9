{{world}}


{{offer}}


{{settle}}


action = settle(record.x_booking_id, record.x_begins, record.x_technician_id)
