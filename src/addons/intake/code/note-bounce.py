# Odoo counts one more mail to this contact that did not arrive. Which one it says only afterwards, so the ledger is written when all is done.
address = record.email_normalized
if address and env['x_support.intake'].has_access('write'):
    if env['x_support.ticket'].sudo().search_count([('message_partner_ids', 'in', record.ids)], limit=1):
        bounces = [('res_partner_id', '=', record.id), ('notification_status', '=', 'bounce'), ('mail_message_id.model', '=', 'x_support.ticket')]
        before = env['mail.notification'].sudo().search(bounces).ids
        contact = record.id
        env.cr.precommit.add(lambda: env.ref('__supportdesk__.action_intake_bounced').sudo().with_context({{bounced}}={
            'address': address,
            'contact': contact,
            'notification': env['mail.notification'].sudo().search(bounces + [('id', 'not in', before)], limit=1).id,
        }).run())
