for record in records.sudo():
    visit = env['x_support.appointment'].sudo().with_context(active_test=False).browse(record.x_about_id).exists()
    # It is the customer who was to be told.
    if visit and visit.x_customer_id in record.x_told_ids:
        visit.write({'x_confirmation_sent' if record.x_event == 'visit_confirmed' else 'x_reminder_sent': True})
