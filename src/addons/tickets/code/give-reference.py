hours = float(env['ir.config_parameter'].sudo().get_param('{{parameter}}', 48))
for record in records:
    values = {'x_ticket_ref': env['ir.sequence'].next_by_code('x_support.ticket')}
    if not record.x_opened_at:
        values['x_opened_at'] = datetime.datetime.now()
        # Where another addon works it out, it is not for this one to say.
        if hours and not record.x_sla_deadline and not record._fields['x_sla_deadline'].compute:
            values['x_sla_deadline'] = datetime.datetime.now() + datetime.timedelta(hours=hours)
    record.write(values)
