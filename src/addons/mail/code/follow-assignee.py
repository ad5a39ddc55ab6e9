changed = env.context.get('old_values') or {}
for record in records:
    former = (changed.get(record.id) or {}).get('x_user_id')
    if former and former != record.x_user_id and former.partner_id != record.x_partner_id:
        record.message_unsubscribe(former.partner_id.ids)
    if record.x_user_id:
        record.message_subscribe(record.x_user_id.partner_id.ids)
