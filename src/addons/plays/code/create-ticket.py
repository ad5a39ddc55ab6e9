{{words}}


{{open}}


lang = env.user.lang
chosen = record.x_play_id
if record.x_is_done:
    raise UserError(say('plays.isDone', lang, {}))
if not chosen:
    raise UserError(say('plays.choose', lang, {}))
if not record.x_subject:
    raise UserError(say('plays.noSubject', lang, {}))
record.write({'x_is_done': True})
record.flush_recordset()
values = {'x_name': record.x_subject, 'x_partner_id': record.x_partner_id.id}
ticket = open_tickets(env['x_support.ticket'], chosen, [{'values': values, 'text': record.x_text, 'day': False}], env.user)
action = {'type': 'ir.actions.act_window', 'res_model': 'x_support.ticket', 'res_id': ticket.id, 'views': [(False, 'form')]}
