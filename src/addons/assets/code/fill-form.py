{{about}}


# Of what somebody has typed nothing is changed.
pieces = record.x_equipment_ids
if pieces:
    lang = env.user.lang
    values = {}
    if not record.x_name:
        values['x_name'] = subject_of(pieces, lang)
    if not record.x_description:
        values['x_description'] = describe(pieces, lang)
    if not record.x_partner_id:
        values['x_partner_id'] = (pieces[0].x_custodian_id or pieces[0].x_partner_id).id
    if not record.x_site_id:
        values['x_site_id'] = pieces[0].x_site_id.id
    action = {'value': values}
