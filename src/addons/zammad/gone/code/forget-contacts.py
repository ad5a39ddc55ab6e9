everything = env['ir.model.fields'].sudo().search([
    ('model', '=', 'res.partner'), ('store', '=', True), ('readonly', '=', False),
    '|', ('ttype', 'in', ['char', 'text', 'html', 'binary', 'date', 'float']),
    ('name', 'in', ['parent_id', 'state_id', 'country_id', 'title', 'industry_id', 'user_id', 'category_id']),
])
nothing = {'float': 0, 'many2many': [(6, 0, [])]}
wiped = dict([(field.name, nothing.get(field.ttype, False)) for field in everything])
wiped.update({'name': say('zammad.forgotten', env.user.lang, {}), 'active': False})
for record in records:
    contact = record.x_partner_id.sudo().with_context(tracking_disable=True, mail_notrack=True)
    if record.x_state != 'archived' or not contact:
        continue
    if uses[str(contact.id)]:
        record.write({
            'x_state': 'used',
            'x_uses': ', '.join(['%s (%s)' % (name, uses[str(contact.id)][name]) for name in uses[str(contact.id)]]),
        })
        continue
    tickets = env['x_support.ticket'].sudo().with_context(active_test=False).search([
        ('x_partner_id', '=', contact.id), ('x_active', '=', False), ('x_missing_since', '!=', False),
    ])
    called = env['ir.model.data'].sudo().search([('module', '=', '__zammad__'), ('model', '=', 'x_support.ticket'), ('res_id', 'in', tickets.ids)]).mapped('name')
    # What was refused of them says what they say.
    env['x_support.import_refusal'].sudo().search([
        '|', ('x_external_id', 'in', [record.x_external_id] + ['__zammad__.%s' % name.replace('_ticket_', '_misread_') for name in called]),
        '&', ('x_source_id', '=', record.x_source_id.id), ('x_source_ticket', 'in', [int(name.split('_')[-1]) for name in called]),
    ]).unlink()
    tickets.unlink()
    # A mail's sender stands beside its author.
    env['mail.message'].sudo().search([('author_id', '=', contact.id)]).write({'email_from': False})
    # The chatter tells what a name and an address were before.
    env['mail.message'].sudo().search([('model', '=', 'res.partner'), ('res_id', '=', contact.id)]).unlink()
    # Whoever comes back gets a contact of their own.
    env['ir.model.data'].sudo().search([('module', '=', '__zammad__'), ('model', '=', 'res.partner'), ('res_id', '=', contact.id)]).unlink()
    contact.write(wiped)
    record.write({'x_state': 'forgotten', 'x_forgotten_at': datetime.datetime.now(), 'x_user_id': env.uid})
