# Odoo runs this for one of the tickets that are made at once, and it takes along all that were made with it: a write for each
# would have Odoo look at every automation again, for each.
hours = float(env['ir.config_parameter'].sudo().get_param('{{parameter}}', 48))
new = along_with(record).filtered(lambda ticket: not ticket.x_ticket_ref).sorted('id')
new._write_multi([{'x_ticket_ref': env['ir.sequence'].next_by_code('x_support.ticket')} for ticket in new])
new.invalidate_recordset(['x_ticket_ref'])
new.modified(['x_ticket_ref'])
now = datetime.datetime.now()
opened = new.filtered(lambda ticket: not ticket.x_opened_at)
# Where another addon works the deadline out, it is not for this one to say.
counted = opened.filtered(lambda ticket: hours and not ticket.x_sla_deadline and not ticket._fields['x_sla_deadline'].compute)
if counted:
    counted.write({'x_opened_at': now, 'x_sla_deadline': now + datetime.timedelta(hours=hours)})
if opened - counted:
    (opened - counted).write({'x_opened_at': now})
