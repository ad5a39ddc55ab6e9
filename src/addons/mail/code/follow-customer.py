followers = env['mail.followers'].sudo()
changed = env.context.get('old_values') or {}
for record in records:
    customer = record.x_partner_id
    if record.id in changed:
        former = changed[record.id].get('x_partner_id') or customer.browse()
        was_in_copy = customer in record.message_partner_ids
        # Who wrote first follows since then, and not because somebody put them in copy.
        first = env['mail.message'].sudo().search([('model', '=', 'x_support.ticket'), ('res_id', '=', record.id), ('message_type', 'in', ['comment', 'email'])], order='id', limit=1)
        if former and former != customer and not record.x_customer_was_in_copy and former != record.x_user_id.partner_id:
            record.message_unsubscribe([former.id])
        record.message_subscribe(customer.ids)
        is_in_copy = was_in_copy and first.author_id != customer
        if is_in_copy != record.x_customer_was_in_copy:
            record.write({'x_customer_was_in_copy': is_in_copy})
    else:
        # Odoo asks for one ticket after the other, and a question each costs more than all the rest: whatever was made with
        # the first one is subscribed at once, and remembered until the end of the transaction.
        subscribed = env.cr.precommit.data.setdefault('supportdesk.subscribed', {})
        if customer and record.id not in subscribed:
            made = model.with_context(active_test=False).search([('id', '>=', record.id), ('create_date', '=', record.create_date), ('x_partner_id', '!=', False)])
            known = followers.search([('res_model', '=', 'x_support.ticket'), ('res_id', 'in', made.ids)])
            pairs = [(one.res_id, one.partner_id.id) for one in known]
            shown = env['mail.message.subtype'].sudo().search([('default', '=', True), '|', ('res_model', '=', False), ('res_model', '=', 'x_support.ticket')])
            public = shown.filtered(lambda subtype: not subtype.internal)
            followers.create([
                {
                    'res_model': 'x_support.ticket',
                    'res_id': one.id,
                    'partner_id': one.x_partner_id.id,
                    'subtype_ids': [(6, 0, (public if one.x_partner_id.partner_share else shown).ids)],
                }
                for one in made if (one.id, one.x_partner_id.id) not in pairs
            ])
            for one in made:
                subscribed[one.id] = True
        # Whoever imports keeps Odoo from subscribing anybody.
        if not env.context.get('mail_create_nosubscribe'):
            service = env.ref('__supportdesk__.group_service').sudo().users.partner_id
            if record.create_uid.partner_id in service and record.create_uid.partner_id != customer:
                record.message_unsubscribe(record.create_uid.partner_id.ids)
