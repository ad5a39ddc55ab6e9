{{world}}


{{offer}}


{{settle}}


action = settle(record, record.x_scheduled_date, record.x_technician_id)
