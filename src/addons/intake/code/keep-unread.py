# A mail that Odoo could not read: it stands on the ledger with its original, and the help desk’s administrators are told.
asked = env.context.get('{{asked}}')
if asked:
{{store}}
    if known:
        original.unlink()
    else:
        entries = env['x_support.intake'].sudo().with_context(mail_create_nosubscribe=True, mail_create_nolog=True, mail_activity_quick_update=True)
        entry = entries.create({
            'x_name': asked['subject'] or False,
            'x_sender': asked['sender'] or False,
            'x_message_id': identity,
            'x_decision': 'unread',
            'x_reason': 'not_read',
            'x_detail': asked['detail'] or False,
            'x_original_id': original.id,
        })
        original.write({'res_id': entry.id})
        for user in env.ref('__supportdesk__.group_administrator').sudo().users.filtered('active'):
            entry.activity_schedule('mail.mail_activity_data_warning', user_id=user.id, summary=say('intake.unreadable', user.lang, {}))
        action = {'entry': entry.id}
