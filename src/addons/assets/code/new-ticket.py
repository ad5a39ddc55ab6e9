{{about}}


lang = env.user.lang
customer = records.mapped('x_partner_id')[:1]
site = records.mapped('x_site_id')
action = {
    'type': 'ir.actions.act_window',
    'name': subject_of(records, lang),
    'res_model': 'x_support.ticket',
    'views': [(False, 'form')],
    'context': {
        'default_x_name': subject_of(records, lang),
        'default_x_description': describe(records, lang),
        'default_x_partner_id': (records.mapped('x_custodian_id')[:1] if len(records) == 1 else customer).id or customer.id,
        'default_x_site_id': site.id if len(site) == 1 else False,
        'default_x_equipment_ids': [(6, 0, records.ids)],
    },
}
