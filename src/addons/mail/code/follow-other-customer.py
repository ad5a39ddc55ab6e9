changed = env.context['old_values']
for record in records:
    customer = record.x_partner_id
    former = changed[record.id].get('x_partner_id') or customer.browse()
    if former == customer:
        continue
    was_in_copy = customer in record.message_partner_ids
    # Who wrote first follows since then, and not because somebody put them in copy.
    first = env['mail.message'].sudo().search([('model', '=', 'x_support.ticket'), ('res_id', '=', record.id), ('message_type', 'in', ['comment', 'email'])], order='id', limit=1)
    if former and former != customer and not record.x_customer_was_in_copy and former != record.x_user_id.partner_id:
        record.message_unsubscribe([former.id])
    if not record.x_is_automatic:
        record.message_subscribe(customer.ids)
    is_in_copy = was_in_copy and first.author_id != customer
    if is_in_copy != record.x_customer_was_in_copy:
        record.write({'x_customer_was_in_copy': is_in_copy})
