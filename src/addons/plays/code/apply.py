{{play}}


{{describe}}


{{try_together}}


lang = env.user.lang
chosen = record.x_play_id
tickets = record.x_ticket_ids.sorted('id')
if record.x_is_done:
    raise UserError(say('plays.isDone', lang, {}))
if not chosen:
    raise UserError(say('plays.choose', lang, {}))
# Whoever presses twice at once plays it once: the later one waits here, and finds it done.
record.write({'x_is_done': True})
record.flush_recordset()
if len(tickets) == 1:
    # In sight of the dialog: what refuses it says so, and the dialog stays.
    for number, why in play_tickets(tickets, chosen, record.x_text, record, False):
        raise UserError(why)
    action = {'type': 'ir.actions.act_window_close'}
else:
    own = record.x_text if record.x_is_own else False
    done = []
    refused = []
    later = datetime.datetime.now() + datetime.timedelta(seconds=60) if len(tickets) > {{few}} else False
    for place in range(0, len(tickets), {{chunk}}):
        try_together(tickets.ids[place:place + {{chunk}}], lambda ids: play_tickets(tickets.browse(ids), chosen, own, record, later), done, refused)
    lines = []
    for number, why in refused:
        ticket = env['x_support.ticket'].browse(number)
        lines.append('<li><a href="/odoo/support-tickets/%s" target="_blank">%s %s</a>: %s</li>' % (number, escape(ticket.x_ticket_ref or ''), escape(ticket.x_name or ''), escape(why)))
    outcome = '<p>%s</p>' % escape(say('plays.played', lang, {'count': len(done), 'all': len(tickets)}))
    if lines:
        outcome += '<p>%s</p><ul>%s</ul>' % (escape(say('plays.refused', lang, {})), ''.join(lines))
    record.write({'x_outcome': outcome})
    action = show_dialog(record, '{{form}}', chosen.with_context(lang=lang).x_name)
# What was said goes out now and not when Odoo next looks.
queue = env.ref('mail.ir_cron_mail_scheduler_action', raise_if_not_found=False)
if queue and chosen.x_text_as == 'answer':
    queue.sudo()._trigger()
