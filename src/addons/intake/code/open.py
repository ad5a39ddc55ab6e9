# The service hands in what it made of a mail that Odoo could not read, or not wholly.
asked = env.context.get('{{asked}}')
if asked:
    threads = env['mail.thread'].sudo()
    entry = env['x_support.intake'].sudo().browse(asked['entry']).exists()
    if entry and asked.get('raw') and entry.x_decision in ('unread', 'held'):
        # Read anew as a mail that has just come; the line that stood for it goes, its original stays.
        original = entry.x_original_id
        env['mail.message'].sudo().search([('model', '=', 'x_support.intake'), ('res_id', '=', entry.id), ('message_type', '=', 'email')]).unlink()
        threads.with_context({{original}}=original.id, {{anew}}=True).message_process('x_support.intake', b64decode(asked['raw']), save_original=False, custom_values={'x_team_id': entry.x_team_id.id})
        line = entry.search([('x_message_id', '=', asked['message_id']), ('id', '!=', entry.id)], limit=1)
        if line:
            line.write({'x_detail': say('intake.repaired', env.company.partner_id.lang, {}), 'x_tries': entry.x_tries + 1})
            entry.activity_ids.unlink()
            entry.unlink()
        else:
            entry.write({'x_tries': entry.x_tries + 1})
        action = {'taken': bool(line)}
    elif entry and asked.get('raw'):
        threads.with_context({{opens}}=entry.id).message_process('x_support.intake', b64decode(asked['raw']), save_original=False)
        # The carrier that Odoo read it from.
        entry.search([('x_decision', '=', False), ('x_message_id', '=', False), ('x_name', '=', asked['carrier'])]).unlink()
        entry.write({'x_has_closed_parts': False})
        action = {'taken': True}
    elif entry:
        entry.write({'x_has_closed_parts': False, 'x_tries': entry.x_tries + 1})
        bare = lambda html: ''.join(part.split('>')[-1] for part in (html or '').split('<')).strip()
        ticket = entry.x_ticket_id
        # No ticket without a word: its reader learns that there is more.
        if entry.x_decision == 'opened' and entry.x_post_id.attachment_ids and not bare(ticket.x_description):
            words = '<p>%s</p>' % say('intake.noText', ticket.x_partner_id.lang, {})
            ticket.write({'x_description': words})
            entry.x_post_id.write({'body': words})
        action = {'taken': False}
