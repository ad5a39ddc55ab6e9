# Whoever moves the event in Odoo's own calendar has Odoo mail everybody that it was moved, before any code on the event can
# say no. What customer and technician are to know of it the desk tells them; others who take part hear it from Odoo.
# Reminders come by the same way, but to whoever asked for them, too.
if 'calendar_template_ignore_recurrence' in env.context and not env.context.get('mail_notify_author'):
    for mail in records.sudo():
        message = mail.mail_message_id
        visit = env['calendar.event'].sudo().browse(message.res_id).exists().x_appointment_id
        if visit and not message.partner_ids - visit.x_technician_id.partner_id - visit.x_customer_id:
            mail.write({'state': 'cancel'})
