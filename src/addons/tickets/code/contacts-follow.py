changed = env.context.get('old_values') or {}
for record in records:
    contacts = record.x_contact_ids
    former = changed.get(record.id, {}).get('x_contact_ids') or contacts.browse()
    record.message_unsubscribe((former - contacts - record.x_partner_id).ids)
    record.message_subscribe(contacts.ids)
# Odoo works out once what a person may see, and keeps it.
env.registry.clear_cache()
