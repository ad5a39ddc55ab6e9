# Odoo looks at the groups of an action alone: what follows is done with all rights.
records.check_access('write')
# One click: what waited is said on the ticket as if its sender had always taken part, and from now on they do.
for entry in records.sudo().filtered(lambda line: line.x_decision in ('waits', 'held', 'filed') or (line.x_decision == 'refused')):
    people = env['res.partner'].sudo()
    message = env['mail.message'].sudo().search([('model', '=', 'x_support.intake'), ('res_id', '=', entry.id), ('message_type', '=', 'email')], order='id', limit=1)
    if message and entry.x_email:
        if not entry.x_partner_id:
            name = (entry.x_sender or '').split('<')[0].strip().strip('"\'').strip() or entry.x_email
            entry.write({'x_partner_id': people.create({'name': name, 'email': entry.x_email}).id})
        opened = not entry.x_ticket_id
        if opened:
            ticket = env['x_support.ticket'].sudo().with_context(mail_create_nosubscribe=True).create(dict(
                {'x_team_id': entry.x_team_id.id} if entry.x_team_id else {},
                x_name=entry.x_name or '-', x_partner_id=entry.x_partner_id.id, x_description=message.body,
            ))
            entry.write({'x_ticket_id': ticket.id})
        entry.write({'x_decision': 'opened' if opened else 'added', 'x_reason': 'by_hand'})
        env.ref('__supportdesk__.action_intake_post').sudo().with_context(
            active_model='x_support.intake', active_id=entry.id, active_ids=[entry.id],
            supportdesk_mail={'message': message.id, 'public': True, 'copy': []},
        ).run()
