# A mail has become a message: on the ledger, or straight on a ticket where its address or what it answers led there.
# Odoo lets whoever may write messages run this, customers among them; what it does is for Odoo and for the desk.
env['x_support.intake'].check_access('write')
message = record
note = env.ref('mail.mt_note')
entries = env['x_support.intake'].sudo().with_context(mail_create_nosubscribe=True, mail_create_nolog=True)
tickets = env['x_support.ticket'].sudo()
opens = env.context.get('{{opens}}')
original = env['ir.attachment'].sudo().browse(env.context.get('{{original}}') or [])
entry = entries.browse()
route = tickets.browse()
fresh = False
if opens:
    # What the service has opened of a mail that is on the ledger already.
    entries.browse(opens).sudo().write({'x_has_closed_parts': False})
    env.ref('__supportdesk__.action_intake_add_opened').with_context(active_model='x_support.intake', active_id=opens, active_ids=[opens], supportdesk_opened_message=message.id).run()
elif not env.context.get('{{posts}}') and not env.context.get('{{imported}}'):
    # The same mail in the same moment, by two mailboxes or two servers: one waits for the other here, looks with fresh eyes, and is
    # begun anew as Odoo begins anew whatever collides; by then the mail is known.
    env.cr.execute('SELECT pg_advisory_xact_lock(hashtext(%s))', ['supportdesk mail ' + (message.message_id or '')])
    fresh_eyes = env.registry.cursor()
    fresh_eyes.execute('SELECT count(*) FROM mail_message WHERE message_id = %s', [message.message_id or ''])
    is_known = fresh_eyes.fetchone()[0]
    fresh_eyes.close()
    # What is read anew is known by the message that goes in this very transaction.
    if is_known and not env.context.get('{{anew}}'):
        env.cr.execute("DO $$ BEGIN RAISE EXCEPTION 'the same mail is being taken in' USING ERRCODE = '40001'; END $$")
    values = {
        'x_name': message.subject or False,
        'x_sender': message.email_from or False,
        'x_message_id': message.message_id or False,
    }
    if message.model == 'x_support.intake':
        entry = entries.browse(message.res_id)
        if entry.x_message_id:
            # It answers what never became a ticket: a line of its own.
            entry = entries.create(dict(values, x_team_id=entry.x_team_id.id))
        else:
            entry.write(values)
    else:
        route = tickets.browse(message.res_id)
        spoken = env['mail.message'].sudo().search_count([('model', '=', 'x_support.ticket'), ('res_id', '=', route.id), ('id', '!=', message.id), ('message_type', 'in', ['email', 'comment', 'email_outgoing', 'auto_comment'])])
        fresh = not spoken and not message.parent_id and not route.x_partner_id
        entry = entries.create(values)
        # Odoo goes on to tell the ticket’s followers of it and makes one of its author: both are undone before anything leaves.
        sender = message.author_id - route.message_partner_ids
        env.cr.precommit.add(lambda: env['mail.mail'].sudo().search([('mail_message_id', '=', message.id)]).unlink())
        env.cr.precommit.add(lambda: env['mail.notification'].sudo().search([('mail_message_id', '=', message.id)]).unlink())
        env.cr.precommit.add(lambda: sender and entry.x_decision not in ('opened', 'added') and route.message_unsubscribe(sender.ids))
    # Odoo has its author follow the line next; nobody does, so nothing said there leaves.
    env.cr.precommit.add(lambda: entry.exists() and entry.message_unsubscribe(entry.message_partner_ids.ids))
    message.write({'model': 'x_support.intake', 'res_id': entry.id, 'is_internal': True, 'subtype_id': note.id})
    (message.attachment_ids + original).write({'res_model': 'x_support.intake', 'res_id': entry.id})
    env.ref('__supportdesk__.action_intake_judge').with_context(
        active_model='x_support.intake', active_id=entry.id, active_ids=[entry.id],
        supportdesk_mail={'message': message.id, 'route': route.id, 'fresh': fresh},
    ).run()
