# What in Odoo leans on these contacts: how often, by what it is called. Odoo itself knows every field that leads to a
# contact. What the import brought is no use, nor is what was said on a ticket that Zammad has lost.
gone = {{contacts}}
lost = set(env['x_support.ticket'].sudo().with_context(active_test=False).search([('x_active', '=', False), ('x_missing_since', '!=', False)]).ids)
said = {'mail.message': 'model', 'mail.mail': 'model', 'mail.followers': 'res_model', 'rating.rating': 'res_model'}
uses = dict([(str(contact), {}) for contact in gone])
leading = env['ir.model.fields'].sudo().search([('relation', '=', 'res.partner'), ('ttype', 'in', ['many2one', 'many2many']), ('store', '=', True)])
for field in leading if gone else leading.browse([]):
    # A tag is the contact's own, and a notification goes with its message.
    if field.model in ('res.partner.category', 'mail.notification', 'x_support.import_gone') or field.model not in env:
        continue
    holders = env[field.model].sudo().with_context(active_test=False)
    # Neither a dialog somebody left open nor a view of the database.
    if holders._transient or not holders._auto:
        continue
    rows = holders.search([(field.name, 'in', gone)])
    if not rows:
        continue
    brought = set(env['ir.model.data'].sudo().search([('module', '=', '__zammad__'), ('model', '=', field.model), ('res_id', 'in', rows.ids)]).mapped('res_id'))
    for row in rows:
        own = row.id in brought
        if field.model == 'res.partner':
            own = row.id in gone
        elif field.model == 'x_support.ticket':
            own = own and row.id in lost
        elif field.model in said:
            on = row[said[field.model]]
            own = own or (on == 'res.partner' and row.res_id in gone) or (on == 'x_support.ticket' and row.res_id in lost)
        if not own:
            for contact in row[field.name].ids:
                if contact in gone:
                    found = uses[str(contact)]
                    found[field.model_id.name] = found.get(field.model_id.name, 0) + 1
# What people put on the contact itself.
kept = [
    ('mail.activity', [('res_model', '=', 'res.partner')]),
    ('mail.message', [('model', '=', 'res.partner'), ('message_type', 'not in', ['notification', 'auto_comment', 'user_notification'])]),
    ('ir.attachment', [('res_model', '=', 'res.partner'), ('res_field', '=', False)]),
]
for name, domain in kept:
    called = env['ir.model'].sudo().search([('model', '=', name)]).name
    for row in env[name].sudo().search(domain + [('res_id', 'in', gone)]):
        found = uses[str(row.res_id)]
        found[called] = found.get(called, 0) + 1
